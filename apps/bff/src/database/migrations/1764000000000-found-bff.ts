import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Users, their nodes and roles, and their sessions. */
const UP = `
CREATE TABLE user_account (
  id uuid NOT NULL,
  email text NOT NULL,
  password_hash text NOT NULL,
  language text NOT NULL,
  pseudonym uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT user_account_pkey PRIMARY KEY (id),
  CONSTRAINT user_account_email_key UNIQUE (email),
  CONSTRAINT user_account_pseudonym_key UNIQUE (pseudonym),
  CONSTRAINT user_account_email_lower CHECK (email = lower(email)),
  CONSTRAINT user_account_language CHECK (language IN ('de', 'en'))
);

CREATE TABLE user_node (
  user_id uuid NOT NULL,
  node_id integer NOT NULL,
  community_id integer NOT NULL,
  CONSTRAINT user_node_pkey PRIMARY KEY (user_id, node_id),
  CONSTRAINT user_node_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account (id) ON DELETE CASCADE
);

CREATE TABLE user_role (
  user_id uuid NOT NULL,
  community_id integer NOT NULL,
  role text NOT NULL,
  CONSTRAINT user_role_pkey PRIMARY KEY (user_id, community_id, role),
  CONSTRAINT user_role_role CHECK (role IN ('operator')),
  CONSTRAINT user_role_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account (id) ON DELETE CASCADE
);

CREATE TABLE session (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  previous_token_hash bytea,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_used_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  CONSTRAINT session_pkey PRIMARY KEY (id),
  CONSTRAINT session_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account (id) ON DELETE CASCADE
);
CREATE INDEX session_user_id_idx ON session (user_id);
CREATE INDEX session_expires_at_idx ON session (expires_at);
`;

export class FoundBff1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE session, user_role, user_node, user_account');
  }
}
