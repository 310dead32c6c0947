import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
CREATE TABLE server_administrator (
  user_id uuid NOT NULL,
  since timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT server_administrator_pkey PRIMARY KEY (user_id),
  CONSTRAINT server_administrator_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account (id) ON DELETE CASCADE
);

ALTER TABLE user_node ADD COLUMN added_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE user_node ADD COLUMN shared_by uuid;
ALTER TABLE user_node ADD CONSTRAINT user_node_shared_by_fkey
  FOREIGN KEY (shared_by) REFERENCES user_account (id) ON DELETE SET NULL;
CREATE INDEX user_node_community_id_idx ON user_node (community_id);
CREATE INDEX user_node_node_id_idx ON user_node (node_id);

ALTER TABLE user_role ADD COLUMN since timestamptz NOT NULL DEFAULT now();
CREATE INDEX user_role_community_id_idx ON user_role (community_id);

CREATE TABLE invitation (
  id integer GENERATED ALWAYS AS IDENTITY,
  kind text NOT NULL,
  community_id integer NOT NULL,
  node_ids integer[] NOT NULL,
  email text NOT NULL,
  language text NOT NULL,
  token_hash bytea NOT NULL,
  invited_by uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  sent_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  CONSTRAINT invitation_pkey PRIMARY KEY (id),
  CONSTRAINT invitation_token_hash_key UNIQUE (token_hash),
  CONSTRAINT invitation_kind CHECK (kind IN ('member', 'operator', 'share')),
  CONSTRAINT invitation_email_lower CHECK (email = lower(email)),
  CONSTRAINT invitation_nodes CHECK (cardinality(node_ids) > 0 OR kind = 'operator'),
  CONSTRAINT invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES user_account (id) ON DELETE SET NULL
);
CREATE INDEX invitation_community_id_idx ON invitation (community_id, id);
CREATE INDEX invitation_email_idx ON invitation (email);
`;

const DOWN = `
DROP TABLE invitation;
DROP INDEX user_role_community_id_idx;
ALTER TABLE user_role DROP COLUMN since;
DROP INDEX user_node_node_id_idx;
DROP INDEX user_node_community_id_idx;
ALTER TABLE user_node DROP COLUMN shared_by, DROP COLUMN added_at;
DROP TABLE server_administrator;
`;

/** Administrators of the server, invitations, and since when, and from whom, somebody has a node. */
export class Membership1766700400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
