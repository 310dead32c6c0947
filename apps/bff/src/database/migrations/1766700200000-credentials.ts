import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links of letters, changes of address, sessions that can be told apart, and the slow-down of guesses. */
const UP = `
ALTER TABLE session ADD COLUMN end_reason text, ADD COLUMN device text NOT NULL DEFAULT '';
ALTER TABLE session ALTER COLUMN device DROP DEFAULT;
ALTER TABLE session ADD CONSTRAINT session_end_reason CHECK (end_reason IN ('signed-out', 'ended', 'reused'));

CREATE TABLE one_time_token (
  hash bytea NOT NULL,
  purpose text NOT NULL,
  user_id uuid,
  subject text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  CONSTRAINT one_time_token_pkey PRIMARY KEY (hash),
  CONSTRAINT one_time_token_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account (id) ON DELETE CASCADE
);
CREATE INDEX one_time_token_user_id_idx ON one_time_token (user_id);
CREATE INDEX one_time_token_expires_at_idx ON one_time_token (expires_at);

CREATE TABLE mail_request (
  id bigint GENERATED ALWAYS AS IDENTITY,
  kind text NOT NULL,
  email text NOT NULL,
  language text,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT mail_request_pkey PRIMARY KEY (id),
  CONSTRAINT mail_request_kind CHECK (kind IN ('reset-password', 'register'))
);

CREATE TABLE email_change (
  user_id uuid NOT NULL,
  new_email text NOT NULL,
  old_confirmed_at timestamptz,
  new_confirmed_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  CONSTRAINT email_change_pkey PRIMARY KEY (user_id),
  CONSTRAINT email_change_new_email_lower CHECK (new_email = lower(new_email)),
  CONSTRAINT email_change_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account (id) ON DELETE CASCADE
);

CREATE TABLE slow_down (
  key bytea NOT NULL,
  level double precision NOT NULL,
  open_at timestamptz NOT NULL,
  CONSTRAINT slow_down_pkey PRIMARY KEY (key)
);
CREATE INDEX slow_down_open_at_idx ON slow_down (open_at);
`;

export class Credentials1766700200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE slow_down, email_change, mail_request, one_time_token');
    await runner.query('ALTER TABLE session DROP COLUMN end_reason, DROP COLUMN device');
  }
}
