import type { MigrationInterface, QueryRunner } from 'typeorm';

const check = (languages: string) => `
ALTER TABLE user_account DROP CONSTRAINT user_account_language;
ALTER TABLE user_account ADD CONSTRAINT user_account_language CHECK (language IN (${languages}));
`;

/** French and Italian beside German and English. */
export class FrenchAndItalian1765400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(check(`'de', 'en', 'fr', 'it'`));
  }

  /** Whoever chose one of the languages that go reads English. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE user_account SET language = 'en' WHERE language IN ('fr', 'it')`);
    await runner.query(check(`'de', 'en'`));
  }
}
