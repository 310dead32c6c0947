import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The outbox of letters, and the audit log that only grows. */
const UP = `
CREATE TABLE letter (
  id bigint GENERATED ALWAYS AS IDENTITY,
  community_id integer,
  kind text NOT NULL,
  language text NOT NULL,
  recipient text NOT NULL,
  data jsonb,
  state text NOT NULL,
  attempts integer NOT NULL,
  due_at timestamptz NOT NULL,
  error text,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  settled_at timestamptz,
  CONSTRAINT letter_pkey PRIMARY KEY (id),
  CONSTRAINT letter_language CHECK (language IN ('de', 'en', 'fr', 'it')),
  CONSTRAINT letter_state CHECK (state IN ('queued', 'sent', 'failed', 'expired')),
  CONSTRAINT letter_wiped CHECK (state IN ('queued', 'failed') OR data IS NULL)
);
CREATE INDEX letter_due_idx ON letter (due_at) WHERE state = 'queued';
CREATE INDEX letter_expires_at_idx ON letter (expires_at) WHERE data IS NOT NULL;
CREATE INDEX letter_community_idx ON letter (community_id, id);
CREATE INDEX letter_recipient_idx ON letter (recipient);

CREATE TABLE audit_entry (
  id bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL DEFAULT now(),
  actor_id uuid,
  community_id integer,
  action text NOT NULL,
  subject jsonb NOT NULL,
  before jsonb,
  after jsonb,
  CONSTRAINT audit_entry_pkey PRIMARY KEY (id)
);
CREATE INDEX audit_entry_community_idx ON audit_entry (community_id, id);
CREATE INDEX audit_entry_actor_idx ON audit_entry (actor_id, id);
-- What concerns a person; TypeORM cannot describe an index of an expression, and leaves it alone.
CREATE INDEX audit_entry_user_idx ON audit_entry ((subject ->> 'userId'));

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The role that migrates is the one that serves: it owns the table, and gives its own rights to change it away.
REVOKE ALL ON audit_entry FROM PUBLIC;
REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry FROM CURRENT_USER;
`;

export class MailAndAudit1766700100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_entry, letter');
    await runner.query('DROP FUNCTION refuse_change()');
  }
}
