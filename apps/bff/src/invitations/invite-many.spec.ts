import type { LineError } from '@ceex/contracts';
import type { Response } from 'supertest';
import { SAME_ORIGIN } from '../testing/bff-under-test';
import { startVillage, type Village } from '../testing/membership';

const PATH = '/api/community/1/invitations/csv';

describe('a file of invitations', () => {
  let village: Village;
  let cookie: string;
  beforeAll(async () => {
    village = await startVillage();
    cookie = (await village.bff.signIn('otto')).session;
  });
  afterAll(() => village.stop());

  const post = (csv: string | Buffer, path = PATH, type = 'text/csv'): Promise<Response> =>
    village.bff.http().post(path).set(SAME_ORIGIN).set('cookie', cookie).set('content-type', type).send(csv);
  const stored = () =>
    village.rows<{ email: string; language: string; nodes: number[] }>(
      'SELECT email, language, node_ids AS nodes FROM invitation ORDER BY id',
    );
  beforeEach(async () => {
    await village.rows('DELETE FROM invitation');
    village.letters.all.length = 0;
  });

  it('invites every address once, with all its nodes, in its language', async () => {
    const csv = [
      'email,node,language',
      'Carla@example.org,H8,de',
      'dora@example.org, H10 ,',
      'carla@example.org,H10,de',
    ].join('\r\n');
    expect((await post(csv, `${PATH}?language=it`)).body).toEqual({ lines: 3, invited: 2 });
    expect(await stored()).toEqual([
      { email: 'carla@example.org', language: 'de', nodes: [8, 10] },
      { email: 'dora@example.org', language: 'it', nodes: [10] },
    ]);
    expect(village.letters.all.map(({ to, kind, language }) => [to, kind, language])).toEqual([
      ['carla@example.org', 'invitation', 'de'],
      ['dora@example.org', 'invitation', 'it'],
    ]);
  });

  it.each([
    ['semicolons, as a spreadsheet writes them', 'email;node\ncarla@example.org;H8\n'],
    ['a byte order mark', '\uFEFFemail,node\ncarla@example.org,H8\n'],
    ['another order of columns', 'node,email\nH8,carla@example.org\n'],
    ['quotes and empty lines', '\nemail,node\n\n"carla@example.org","H8"\n\n'],
  ])('takes %s', async (_, csv) => {
    expect((await post(csv)).body).toEqual({ lines: 1, invited: 1 });
    expect(await stored()).toMatchObject([{ email: 'carla@example.org', language: 'de', nodes: [8] }]);
  });

  const HEAD = 'email,node,language\n';
  const GOOD = 'carla@example.org,H8,de\n';
  it.each<[string, string, readonly (readonly [number, LineError['code']])[]]>([
    ['no address', `${HEAD}${GOOD}nobody,H8,de\n`, [[3, 'bad-email']]],
    ['a node that there is not', `${HEAD}${GOOD}x@example.org,H99,de\n`, [[3, 'unknown-node']]],
    ['a node of another community', `${HEAD}${GOOD}x@example.org,H9,de\n`, [[3, 'unknown-node']]],
    ['a language that nobody reads', `${HEAD}${GOOD}x@example.org,H8,rm\n`, [[3, 'bad-language']]],
    ['a line twice', `${HEAD}${GOOD}${GOOD.toUpperCase().replace('DE', 'de')}`, [[3, 'duplicate']]],
    ['a field too few', `${HEAD}${GOOD}x@example.org\n`, [[3, 'columns']]],
    ['a field too many', `${HEAD}x@example.org,H8,de,1\n${GOOD}`, [[2, 'columns']]],
    ['a quote that never ends', `${HEAD}${GOOD}"x@example.org,H8,de\n`, [[3, 'columns']]],
    ['no header', GOOD, [[1, 'columns']]],
    ['a column that nobody knows', `email,node,role\n${GOOD}`, [[1, 'columns']]],
    ['nothing', '', [[1, 'columns']]],
    ['who has the node', `${HEAD}${GOOD}anna@example.org,H7,de\n`, [[3, 'already-invited']]],
    [
      'faults of all kinds',
      `${HEAD}nobody,H8,de\n${GOOD}x@example.org,H99,de\n`,
      [
        [2, 'bad-email'],
        [4, 'unknown-node'],
      ],
    ],
  ])('is refused for %s, by line, and nobody is invited', async (_, csv, lines) => {
    const { status, body } = await post(csv);
    expect({ status, body }).toMatchObject({
      status: 422,
      body: { code: 'rows-rejected', rejectedLines: lines.length },
    });
    expect(body.lines.map(({ line, code }: LineError) => [line, code])).toEqual(lines);
    expect(await stored()).toEqual([]);
    expect(village.letters.all).toEqual([]);
  });

  it('is refused for an address whose invitation is open', async () => {
    await post(`${HEAD}${GOOD}`);
    const { body } = await post(`${HEAD}${GOOD}x@example.org,H8,de\n`);
    expect(body.lines).toMatchObject([{ line: 2, code: 'already-invited' }]);
    expect(await stored()).toHaveLength(1);
  });

  it('tells of a hundred lines, and counts the rest', async () => {
    const { body } = await post(HEAD + 'nobody,H8,de\n'.repeat(150));
    expect([body.lines.length, body.rejectedLines]).toEqual([100, 150]);
  });

  const many = (count: number) => Array.from({ length: count }, (_, n) => `p${n}@example.org,H8,de\n`).join('');
  it.each<[string, () => Promise<Response>, number]>([
    ['too many addresses', () => post(HEAD + many(2_001)), 413],
    ['too many bytes', () => post(HEAD + many(50_000)), 413],
    ['a line without end', () => post(HEAD + 'x'.repeat(10_000)), 422],
    ['JSON', () => post('{}', PATH, 'application/json'), 415],
    ['no CSV', () => post(HEAD + GOOD, PATH, 'text/plain'), 415],
    ['a language that nobody reads', () => post(HEAD + GOOD, `${PATH}?language=rm`), 400],
  ])('is refused for %s', async (_, send, status) => {
    expect((await send()).status).toBe(status);
    expect(await stored()).toEqual([]);
  });

  it('is refused packed', async () => {
    const call = village.bff.http().post(PATH).set(SAME_ORIGIN).set('cookie', cookie);
    await call.set('content-type', 'text/csv').set('content-encoding', 'gzip').send(HEAD).expect(415);
  });

  it('may invite two thousand', async () => {
    expect((await post(HEAD + many(2_000))).body).toEqual({ lines: 2_000, invited: 2_000 });
  });
});
