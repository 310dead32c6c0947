import { createTestDatabase, type TestDatabase } from '@ceex/server/testing';
import { DataSource } from 'typeorm';
import type { BffConfig } from '../config/bff-config';
import { bffDatabase } from '../database/bff-database';
import { LetterRow } from './letter.entity';
import type { Letter } from './letters';
import { Outbox } from './outbox';

const LETTER: Letter<'reset-password'> = {
  to: 'anna@example.org',
  language: 'de',
  kind: 'reset-password',
  data: { link: 'https://ceex.example.org/reset-password#token', minutes: 30 },
  expiresAt: new Date('2030-01-01T00:00:00Z'),
};

describe('the outbox', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let outbox: Outbox;
  const heard = jest.fn();
  const count = () => dataSource.getRepository(LetterRow).count();

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await new DataSource(bffDatabase(database.url)).initialize();
    await dataSource.runMigrations();
    outbox = new Outbox(dataSource, { PUBLIC_URL: 'https://ceex.example.org' } as BffConfig);
    outbox.onPut(heard);
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });
  beforeEach(async () => {
    await dataSource.query('DELETE FROM letter');
    heard.mockReset();
  });

  it('takes a letter with the transaction that it tells of, and says so once that is committed', async () => {
    await dataSource.transaction(async (manager) => {
      await outbox.put(manager, LETTER);
      expect(heard).not.toHaveBeenCalled();
    });
    expect(heard).toHaveBeenCalledTimes(1);
    expect(await count()).toBe(1);
  });

  it('has no letter of a transaction that failed', async () => {
    const failing = dataSource.transaction(async (manager) => {
      await outbox.put(manager, LETTER);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(heard).not.toHaveBeenCalled();
    expect(await count()).toBe(0);
  });

  it('says nothing of transactions without a letter', async () => {
    await dataSource.transaction((manager) => manager.query('SELECT 1'));
    expect(heard).not.toHaveBeenCalled();
  });

  it('keeps an address in the one spelling under which it is found again', async () => {
    await outbox.put(dataSource.manager, { ...LETTER, to: 'Anna@Example.org' });
    expect(await dataSource.getRepository(LetterRow).find()).toMatchObject([{ recipient: 'anna@example.org' }]);
  });

  it.each([
    'anna@example.org, eve@example.org',
    'anna@example.org\r\nBcc: eve@example.org',
    'Anna <anna@example.org>',
    'anna',
    '',
  ])('refuses the recipient %j', async (to) => {
    await expect(outbox.put(dataSource.manager, { ...LETTER, to })).rejects.toThrow('needs one address');
    expect(await count()).toBe(0);
  });

  it.each(['https://evil.example/', 'https://ceex.example.org.evil.example/', 'javascript:alert(1)', ''])(
    'refuses a letter that leads to %j',
    async (link) => {
      const letter = { ...LETTER, data: { ...LETTER.data, link } };
      await expect(outbox.put(dataSource.manager, letter)).rejects.toThrow('must lead to PUBLIC_URL');
    },
  );
});
