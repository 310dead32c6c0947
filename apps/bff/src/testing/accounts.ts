import type { BffUnderTest } from './bff-under-test';

/** An account of the test's own, with Anna's password: what one test does to it, no other one sees. */
export async function newAccount(bff: BffUnderTest, email: string): Promise<string> {
  await bff.dataSource.query(
    `INSERT INTO user_account (id, email, password_hash, language, pseudonym)
     SELECT gen_random_uuid(), $1, password_hash, 'en', gen_random_uuid() FROM user_account WHERE email = 'anna@example.org'`,
    [email],
  );
  return email;
}
