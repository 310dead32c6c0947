import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { createBff } from './http/create-bff';
import { CARRIER, type Carrier } from './mail/carrier';
import { Outbox } from './mail/outbox';
import { Postman } from './mail/postman';
import { type BffUnderTest, cookiesOf, PASSWORD, SAME_ORIGIN, startBff } from './testing/bff-under-test';

const LETTERS = 24;

describe('two replicas of the BFF', () => {
  let first: BffUnderTest;
  let second: NestExpressApplication;

  beforeAll(async () => {
    first = await startBff({ SIGN_IN_LIMIT_ACCOUNT: '4' });
    second = await createBff(first.config);
    await second.listen(0, '127.0.0.1');
  });
  afterAll(async () => {
    await second.close();
    await first.stop();
  });

  const other = () => request(second.getHttpServer());

  it('know the same sessions, and when they end', async () => {
    const { session, refresh } = await first.signIn('anna');
    await other().get('/api/auth/me').set('cookie', session).expect(200);
    const renewed = cookiesOf(
      await other().post('/api/auth/refresh').set(SAME_ORIGIN).set('cookie', refresh).expect(200),
    );
    await first.http().get('/api/auth/me').set('cookie', renewed.session).expect(200);
    await other().post('/api/auth/logout').set(SAME_ORIGIN).set('cookie', renewed.session).expect(204);
    for (const http of [first.http, other]) await http().get('/api/auth/me').set('cookie', renewed.session).expect(401);
  });

  it('count tries at a password together', async () => {
    const guess = (http: () => ReturnType<typeof request>) =>
      http().post('/api/auth/login').send({ email: 'ben@example.org', password: 'a guess that is wrong' });
    const statuses: number[] = [];
    for (const http of [first.http, other, first.http, other, first.http, other])
      statuses.push((await guess(http)).status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(4);
    expect(statuses.slice(4)).toEqual([429, 429]);
  });

  it('empty the outbox together, each letter once', async () => {
    const carried: string[] = [];
    for (const app of [first.app, second]) {
      const carrier = app.get<Carrier>(CARRIER, { strict: false });
      jest.spyOn(carrier, 'carry').mockImplementation(async (letter) => void carried.push(letter.to));
    }
    const outbox = first.app.get(Outbox, { strict: false });
    const { manager } = first.app.get(DataSource);
    const expiresAt = new Date(Date.now() + 86_400_000);
    const recipients = Array.from({ length: LETTERS }, (_, index) => `reader-${index}@example.org`);
    await manager.transaction(async (transaction) => {
      for (const to of recipients)
        await outbox.put(transaction, { to, language: 'en', kind: 'account-deleted', data: {}, expiresAt });
    });
    await Promise.all([first.app, second].map((app) => app.get(Postman, { strict: false }).deliver()));
    expect(carried.sort()).toEqual(recipients.sort());
  });

  it('let the same person in at the same moment, at both', async () => {
    const both = await Promise.all(
      [first.http, other].map((http) =>
        http().post('/api/auth/login').send({ email: 'otto@example.org', password: PASSWORD }),
      ),
    );
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
  });
});
