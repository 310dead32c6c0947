import { bffRoutes, type LetterFate, pathOf } from '@ceex/contracts';
import { DataSource } from 'typeorm';
import { type BffUnderTest, SAME_ORIGIN, startBff } from '../testing/bff-under-test';
import { SmtpServer } from '../testing/smtp-server';
import type { Letter } from './letters';
import { Outbox } from './outbox';
import { Postman } from './postman';

const DAY_MS = 86_400_000;
const removed = (to: string, label: string, communityId?: number): Letter => ({
  to,
  language: 'en',
  kind: 'node-removed',
  data: { label },
  expiresAt: new Date(Date.now() + DAY_MS),
  ...(communityId !== undefined && { communityId }),
});

async function cookies(bff: BffUnderTest) {
  const of = async (name: Parameters<BffUnderTest['signIn']>[0]) => (await bff.signIn(name)).session;
  return { anna: await of('anna'), otto: await of('otto'), olga: await of('olga'), ada: await of('ada') };
}

describe('the mail of a deployment that sends it', () => {
  let bff: BffUnderTest;
  let as: Awaited<ReturnType<typeof cookies>>;
  const server = new SmtpServer();
  const put = (letter: Letter) => bff.app.get(Outbox).put(bff.app.get(DataSource).manager, letter);
  const get = (cookie: string, path: string) => bff.http().get(path).set('cookie', cookie);
  const post = (cookie: string, path: string) => bff.http().post(path).set('cookie', cookie).set(SAME_ORIGIN);
  const mailOf = async (cookie: string, path: string): Promise<LetterFate[]> =>
    (await get(cookie, path).expect(200)).body.letters;

  beforeAll(async () => {
    const port = await server.start();
    bff = await startBff({
      MAIL_TRANSPORT: 'smtp',
      SMTP_HOST: '127.0.0.1',
      SMTP_PORT: String(port),
      SMTP_TLS: 'none',
      MAIL_FROM: 'ceex@example.org',
    });
    as = await cookies(bff);
    server.verdict = (line) => (line.startsWith('RCPT TO:<nobody@') ? '550 no such user' : undefined);
    await put(removed('one@example.org', 'Hof 1', 1));
    await put(removed('nobody@example.org', 'Hof 2', 1));
    await put(removed('three@example.org', 'Hof 3', 2));
    await put(removed('four@example.org', 'Hof 4'));
    await bff.app.get(Postman).deliver();
  });
  afterAll(async () => {
    await bff.stop();
    await server.stop();
  });

  it('went out without being asked for', () => {
    expect(server.taken.map(({ to }) => to)).toEqual(['one@example.org', 'three@example.org', 'four@example.org']);
  });

  it('shows an operator what became of the letters of the community, newest first, and nothing that they say', async () => {
    const { body, text } = await get(as.otto, '/api/community/1/mail').expect(200);
    expect(body).toMatchObject({
      letters: [
        { recipient: 'nobody@example.org', state: 'failed', error: 'recipient-refused', attempts: 1 },
        { recipient: 'one@example.org', state: 'sent', error: null, attempts: 1, nextAttemptAt: null },
      ],
      next: null,
    });
    expect(text).not.toContain('Hof');
  });

  it('is read page by page, and by state', async () => {
    const { body } = await get(as.otto, '/api/community/1/mail?limit=1').expect(200);
    expect(body.letters).toHaveLength(1);
    const rest = await mailOf(as.otto, `/api/community/1/mail?limit=1&before=${body.next}`);
    expect(rest.map(({ recipient }) => recipient)).toEqual(['one@example.org']);
    const failed = await mailOf(as.otto, '/api/community/1/mail?state=failed');
    expect(failed.map(({ recipient }) => recipient)).toEqual(['nobody@example.org']);
  });

  it('is the operator’s, and where it belongs to no community the administrator’s', async () => {
    await get(as.anna, '/api/community/1/mail').expect(403);
    await get(as.olga, '/api/community/1/mail').expect(403);
    await get(as.ada, '/api/community/1/mail').expect(403);
    await get(as.otto, '/api/admin/mail').expect(403);
    expect((await mailOf(as.ada, '/api/admin/mail')).map(({ recipient }) => recipient)).toEqual(['four@example.org']);
  });

  it('is tried again when the operator asks for it, and only what was given up', async () => {
    const [failed, sent] = await mailOf(as.otto, '/api/community/1/mail');
    const retry = (cookie: string, communityId: number, letterId = 0) =>
      post(cookie, pathOf(bffRoutes.retryCommunityMail, { communityId, letterId: letterId || 99_999 }));
    await retry(as.otto, 1, sent?.letterId).expect(409);
    await retry(as.olga, 1, failed?.letterId).expect(403);
    await retry(as.olga, 2, failed?.letterId).expect(404);
    await retry(as.otto, 1).expect(404);
    await post(as.ada, `/api/admin/mail/${failed?.letterId}/retry`).expect(404);
    server.verdict = () => undefined;
    const { body } = await retry(as.otto, 1, failed?.letterId).expect(200);
    expect(body).toMatchObject({ state: 'queued', letterId: failed?.letterId });
    await bff.app.get(Postman).deliver();
    expect(server.taken.map(({ to }) => to).filter((to) => to === 'nobody@example.org')).toHaveLength(1);
    await retry(as.otto, 1, failed?.letterId).expect(409);
  });

  it.each(['?limit=0', '?limit=201', '?before=x', '?before=-1', '?state=lost', '?to=a'])(
    'refuses %s',
    async (query) => {
      await get(as.otto, `/api/community/1/mail${query}`).expect(400);
    },
  );

  it('is read by nobody but its recipient', async () => {
    await get(as.otto, '/api/local-mail').expect(404);
    await get(as.ada, '/api/local-mail/1').expect(404);
  });
});

describe('the mail of a local instance', () => {
  let bff: BffUnderTest;
  let as: Awaited<ReturnType<typeof cookies>>;
  const get = (cookie: string, path: string) => bff.http().get(path).set('cookie', cookie);

  beforeAll(async () => {
    bff = await startBff();
    as = await cookies(bff);
    const { manager } = bff.dataSource;
    await bff.app.get(Outbox).put(manager, removed('one@example.org', 'Hof 1'));
    await bff.app.get(Outbox).put(manager, removed('two@example.org', '<b>Hof 2</b>'));
  });
  afterAll(() => bff.stop());

  it('is for operators and the administrator to read, newest first', async () => {
    expect(await bff.lettersTo('one@example.org')).toHaveLength(1);
    for (const cookie of [as.otto, as.ada]) {
      const { body } = await get(cookie, '/api/local-mail').expect(200);
      expect(body.letters).toMatchObject([
        { to: 'two@example.org', subject: 'Your access to the household <b>Hof 2</b> has ended' },
        { to: 'one@example.org' },
      ]);
      expect(body.letters[0].html).toBeUndefined();
      const letter = await get(cookie, `/api/local-mail/${body.letters[0].letterId}`).expect(200);
      expect(letter.body.text).toContain('The household <b>Hof 2</b> does not belong');
      expect(letter.body.html).toContain('&lt;b&gt;Hof 2');
    }
  });

  it('is nobody else’s', async () => {
    await get(as.anna, '/api/local-mail').expect(403);
    await get(as.anna, '/api/local-mail/1').expect(403);
    await bff.http().get('/api/local-mail').expect(401);
    await get(as.otto, '/api/local-mail/99999').expect(404);
    await get(as.otto, '/api/local-mail/..%2F..%2Fsecrets').expect(404);
    await get(as.otto, '/api/local-mail/0x1').expect(400);
  });
});
