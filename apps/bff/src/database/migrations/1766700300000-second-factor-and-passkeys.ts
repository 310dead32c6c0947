import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Authenticator apps with their recovery codes, sign-ins between the two steps, and passkeys with their challenges. */
const UP = `
CREATE TABLE totp_factor (
  user_id uuid NOT NULL,
  sealed_secret bytea NOT NULL,
  key_id text NOT NULL,
  begun_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  last_step integer,
  wrong_codes integer NOT NULL DEFAULT 0,
  wait_until timestamptz,
  CONSTRAINT totp_factor_pkey PRIMARY KEY (user_id),
  CONSTRAINT totp_factor_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account (id) ON DELETE CASCADE
);

CREATE TABLE recovery_code (
  user_id uuid NOT NULL,
  code_hash bytea NOT NULL,
  CONSTRAINT recovery_code_pkey PRIMARY KEY (user_id, code_hash),
  CONSTRAINT recovery_code_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account (id) ON DELETE CASCADE
);

CREATE TABLE pending_sign_in (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  password_version bytea NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  expires_at timestamptz NOT NULL,
  CONSTRAINT pending_sign_in_pkey PRIMARY KEY (id),
  CONSTRAINT pending_sign_in_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account (id) ON DELETE CASCADE
);
CREATE INDEX pending_sign_in_user_id_idx ON pending_sign_in (user_id);
CREATE INDEX pending_sign_in_expires_at_idx ON pending_sign_in (expires_at);

CREATE TABLE passkey (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  credential_id text NOT NULL,
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL,
  aaguid uuid NOT NULL,
  backup_eligible boolean NOT NULL,
  backed_up boolean NOT NULL,
  name text NOT NULL,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz,
  alarmed_at timestamptz,
  CONSTRAINT passkey_pkey PRIMARY KEY (id),
  CONSTRAINT passkey_credential_id_key UNIQUE (credential_id),
  CONSTRAINT passkey_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account (id) ON DELETE CASCADE
);
CREATE INDEX passkey_user_id_idx ON passkey (user_id);

CREATE TABLE passkey_challenge (
  challenge_hash bytea NOT NULL,
  session_id uuid,
  expires_at timestamptz NOT NULL,
  CONSTRAINT passkey_challenge_pkey PRIMARY KEY (challenge_hash),
  CONSTRAINT passkey_challenge_session_id_fkey FOREIGN KEY (session_id) REFERENCES session (id) ON DELETE CASCADE
);
CREATE INDEX passkey_challenge_session_id_idx ON passkey_challenge (session_id);
CREATE INDEX passkey_challenge_expires_at_idx ON passkey_challenge (expires_at);
`;

export class SecondFactorAndPasskeys1766700300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE passkey_challenge, passkey, pending_sign_in, recovery_code, totp_factor');
  }
}
