import { startVillage, type Village } from '../testing/membership';

const MEMBERS = '/api/community/1/members';
const NODES = '/api/community/1/nodes';
const INVITATIONS = '/api/community/1/invitations';

describe('members and the nodes for them', () => {
  let village: Village;
  beforeAll(async () => (village = await startVillage()));
  afterAll(() => village.stop());

  it.each<[string, string[]]>([
    ['ANNA', ['anna@example.org']],
    ['sonne', ['anna@example.org']],
    ['h7', ['anna@example.org']],
    ['example', ['anna@example.org', 'otto@example.org']],
    ['100%', []],
  ])('are found by an address, and by label and code of a node: %s', async (search, found) => {
    const { body } = await village.as('otto', 'get', `${MEMBERS}?search=${encodeURIComponent(search)}`);
    expect(body.members.map(({ email }: { email: string }) => email)).toEqual(found);
    expect(body.total).toBe(found.length);
  });

  it('are found page by page', async () => {
    const { body } = await village.as('otto', 'get', `${MEMBERS}?search=example&limit=1&after=anna@example.org`);
    expect(body).toMatchObject({ members: [{ email: 'otto@example.org' }], total: 2, next: null });
  });

  it('are told apart: nodes that somebody has, was invited to, or that are free', async () => {
    const free = { people: 0, invited: 0 };
    const nodes = async () => (await village.as('otto', 'get', NODES)).body.nodes;
    expect(await nodes()).toEqual([
      { nodeId: 7, code: 'H7', label: 'Haus Sonne', people: 1, invited: 0 },
      { nodeId: 8, code: 'H8', label: 'Haus Mond', ...free },
      { nodeId: 10, code: 'H10', label: 'Mühle', ...free },
    ]);
    const offer = { kind: 'member', email: 'carla@example.org', language: 'de', nodeIds: [8] };
    const { invitationId } = (await village.as('otto', 'post', INVITATIONS, offer)).body;
    expect(await nodes()).toMatchObject([{ invited: 0 }, { people: 0, invited: 1 }, free]);
    await village.as('otto', 'delete', `${INVITATIONS}/${invitationId}`);
    expect(await nodes()).toMatchObject([{ people: 1 }, free, free]);
  });

  it('are the operator’s to see', async () => {
    await village.refused(401, 'unauthenticated', 'nobody', 'get', NODES);
    for (const who of ['anna', 'olga', 'ada'] as const) await village.refused(403, 'forbidden', who, 'get', NODES);
    await village.refused(400, 'bad-request', 'otto', 'get', `${MEMBERS}?search=`);
  });
});
