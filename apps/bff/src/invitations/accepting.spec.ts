import type { InviteBody, Me } from '@ceex/contracts';
import type { Response } from 'supertest';
import { cookiesOf, PASSWORD } from '../testing/bff-under-test';
import { startVillage, type Village } from '../testing/membership';

const LOOK = '/api/invitations/look';
const ACCEPT = '/api/invitations/accept';
const SIGNED_IN = '/api/invitations/accept-signed-in';
const GOOD = 'a lake behind the mill';

describe('the link of an invitation', () => {
  let village: Village;
  beforeAll(async () => (village = await startVillage()));
  afterAll(() => village.stop());

  /** Invites and gives the token of the letter. */
  const invited = async (email: string, more: Partial<InviteBody> = {}): Promise<string> => {
    const body = { kind: 'member', email, language: 'fr', nodeIds: [8], ...more };
    const answer = await village.as('otto', 'post', '/api/community/1/invitations', body);
    expect({ status: answer.status, body: answer.body as unknown }).toMatchObject({ status: 200 });
    return village.letters.token(email, 'invitation');
  };
  const accept = (token: string, password = GOOD): Promise<Response> =>
    village.as('nobody', 'post', ACCEPT, { token, password, language: 'it' });
  const meOf = async (answer: Response): Promise<Me> =>
    (await village.bff.http().get('/api/auth/me').set('cookie', cookiesOf(answer).session).expect(200)).body;
  const plain = ({ status, body }: Response) => ({ status, body: { ...body, requestId: undefined } });

  it('says to what it invites, as often as somebody looks', async () => {
    const token = await invited('carla@example.org', { nodeIds: [8, 10] });
    for (const who of ['nobody', 'anna'] as const) {
      const { body } = await village.as(who, 'post', LOOK, { token });
      expect(body).toEqual({
        kind: 'member',
        community: 'Seeblick',
        nodes: ['Haus Mond', 'Mühle'],
        email: 'carla@example.org',
        language: 'fr',
        expiresAt: expect.stringMatching(/Z$/),
        hasAccount: false,
      });
    }
    const known = await invited('ben@example.org');
    expect((await village.as('nobody', 'post', LOOK, { token: known })).body.hasAccount).toBe(true);
  });

  it('makes an account with its rights, and signs in', async () => {
    const token = await invited('dora@example.org', { nodeIds: [8, 10] });
    await village.audited();
    const answer = await accept(token);
    expect(answer.status).toBe(200);
    const me = await meOf(answer);
    expect(answer.body).toEqual(me);
    expect(me).toMatchObject({
      email: 'dora@example.org',
      language: 'it',
      operates: [],
      administers: false,
      nodes: [
        { nodeId: 8, communityId: 1 },
        { nodeId: 10, communityId: 1 },
      ],
    });
    const { userId } = me;
    expect(await village.audited()).toMatchObject([
      { action: 'account-created', subject: { userId } },
      {
        action: 'invitation-accepted',
        subject: { userId },
        before: { nodes: [], operator: false },
        after: { nodes: [8, 10], operator: false },
      },
    ]);
    const again = await village.bff.http().post('/api/auth/login').send({ email: 'dora@example.org', password: GOOD });
    expect(again.status).toBe(200);
  });

  it('makes an operator where it invites to that', async () => {
    const body = { kind: 'operator', email: 'emil@example.org', language: 'de' };
    await village.as('otto', 'post', '/api/community/1/invitations', body);
    const answer = await accept(await village.letters.token('emil@example.org', 'invitation'));
    expect(await meOf(answer)).toMatchObject({ operates: [1], nodes: [] });
  });

  it('gives one same answer to whatever is wrong with it', async () => {
    const used = await invited('fritz@example.org');
    await accept(used);
    const withdrawn = await invited('gerda@example.org');
    const [{ id = 0 } = {}] = await village.rows<{ id: number }>('SELECT max(id) AS id FROM invitation');
    await village.as('otto', 'delete', `/api/community/1/invitations/${id}`);
    const expired = await invited('hans@example.org');
    await village.rows(`UPDATE invitation SET expires_at = now() WHERE email = 'hans@example.org'`);
    const tokens = [used, withdrawn, expired, 'A'.repeat(43), 'x', '%00', `${used}=`];
    const looked = await Promise.all(tokens.map((token) => village.as('nobody', 'post', LOOK, { token })));
    const accepted = await Promise.all(tokens.map((token) => accept(token)));
    const signedIn = await Promise.all(tokens.map((token) => village.as('ben', 'post', SIGNED_IN, { token })));
    const answers = [...looked, ...accepted, ...signedIn].map(plain);
    expect(answers[0]).toMatchObject({ status: 410, body: { code: 'link-not-valid' } });
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    for (const email of ['gerda@example.org', 'hans@example.org']) expect(await village.userId(email)).toBe('');
  });

  it('is good for another try after a password that will not do', async () => {
    const token = await invited('irma@example.org');
    for (const [password, fault] of [
      ['short', 'too-short'],
      ['password123', 'too-common'],
      ['irma@example.org', 'like-email'],
    ] as const) {
      const answer = await accept(token, password);
      expect(answer.body).toMatchObject({
        status: 422,
        code: 'password-refused',
        errors: [{ path: 'body.password', message: fault }],
      });
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
    expect((await accept(token)).status).toBe(200);
  });

  it('makes one account of two acceptances at once', async () => {
    const token = await invited('jan@example.org');
    const answers = await Promise.all([accept(token), accept(token), accept(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410]);
    expect(await village.rows(`SELECT 1 FROM user_account WHERE email = 'jan@example.org'`)).toHaveLength(1);
  });

  it('makes one account of two links to one address', async () => {
    const [first, second] = [await invited('kurt@example.org'), await invited('kurt@example.org', { nodeIds: [10] })];
    const answers = await Promise.all([accept(first), accept(second)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await village.rows(`SELECT 1 FROM user_account WHERE email = 'kurt@example.org'`)).toHaveLength(1);
  });

  it('makes no account of an address that has one, but adds to it where it is signed in', async () => {
    const token = await invited('anna@example.org');
    expect((await accept(token)).body).toMatchObject({ status: 409, code: 'conflict' });
    await village.audited();
    const answer = await village.as('anna', 'post', SIGNED_IN, { token });
    expect(answer.body).toMatchObject({
      email: 'anna@example.org',
      nodes: [
        { nodeId: 7, communityId: 1 },
        { nodeId: 8, communityId: 1 },
      ],
    });
    expect(await village.audited()).toMatchObject([
      { action: 'invitation-accepted', before: { nodes: [7] }, after: { nodes: [7, 8] } },
    ]);
    const again = await village.bff
      .http()
      .post('/api/auth/login')
      .send({ email: 'anna@example.org', password: PASSWORD });
    expect(again.status).toBe(200);
  });

  it('gives nothing to somebody else who is signed in, and stays good', async () => {
    const token = await invited('lea@example.org', { nodeIds: [10] });
    await village.refused(403, 'forbidden', 'ben', 'post', SIGNED_IN, { token });
    await village.refused(401, 'unauthenticated', 'nobody', 'post', SIGNED_IN, { token });
    const ben = await village.as('ben', 'get', '/api/auth/me');
    expect(ben.body.nodes).toEqual([{ nodeId: 9, communityId: 2 }]);
    expect((await accept(token)).status).toBe(200);
  });

  it.each([
    ['rights', { nodeIds: [7] }],
    ['another address', { email: 'anna@example.org' }],
    ['a role', { operates: [1] }],
    ['administration', { administers: true }],
  ])('takes no %s from whoever accepts', async (_, more) => {
    const token = 'A'.repeat(43);
    const problem = await village.refused(400, 'bad-request', 'nobody', 'post', ACCEPT, {
      ...{ token, password: GOOD, language: 'de' },
      ...more,
    });
    expect(problem.errors).toMatchObject([{ path: 'body' }]);
  });
});

describe('guesses at links', () => {
  let village: Village;
  beforeAll(async () => (village = await startVillage({ SIGN_IN_LIMIT_ADDRESS: '3' })));
  afterAll(() => village.stop());

  it('must wait, and cost the engine nothing', async () => {
    village.bff.engine.received.length = 0;
    const guess = () => village.as('nobody', 'post', LOOK, { token: 'A'.repeat(43) });
    const statuses = [];
    for (let count = 0; count < 5; count++) statuses.push((await guess()).status);
    expect(statuses).toEqual([410, 410, 410, 429, 429]);
    expect(Number((await guess()).headers['retry-after'])).toBeGreaterThan(0);
    expect(village.bff.engine.received).toEqual([]);
  });
});
