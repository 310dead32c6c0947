import type { NodePeople } from '@ceex/contracts';
import { startVillage, type Village } from '../testing/membership';

const NODE = '/api/node/7';
const LOOK = '/api/invitations/look';
const ACCEPT = '/api/invitations/accept-signed-in';

describe('the people of a household', () => {
  let village: Village;
  let anna: string;
  let ben: string;

  beforeAll(async () => {
    village = await startVillage();
    anna = await village.userId('anna@example.org');
    ben = await village.userId('ben@example.org');
  });
  afterAll(() => village.stop());
  beforeEach(async () => {
    await village.rows(`DELETE FROM invitation`);
    await village.rows('DELETE FROM user_node WHERE node_id = 7 AND user_id <> $1', [anna]);
    await village.audited();
  });

  const people = async (who: 'anna' | 'ben' = 'anna'): Promise<NodePeople> =>
    (await village.as(who, 'get', `${NODE}/people`)).body;
  const share = async (email: string) => (await village.as('anna', 'post', `${NODE}/share`, { email })).body;
  const shareWithBen = async () => {
    await share('ben@example.org');
    const token = await village.letters.token('ben@example.org', 'node-shared');
    expect((await village.as('ben', 'post', ACCEPT, { token })).status).toBe(200);
  };

  it('share a node by a letter, and see each other then', async () => {
    const offer = await share('Ben@example.org');
    expect(offer).toMatchObject({ kind: 'share', email: 'ben@example.org', nodes: [{ nodeId: 7 }], state: 'open' });
    expect(await people()).toMatchObject({ people: [{ userId: anna, you: true }], offered: [offer] });
    expect(village.letters.all.at(-1)).toMatchObject({ kind: 'node-shared', data: { label: 'Haus Sonne' } });
    const token = await village.letters.token('ben@example.org', 'node-shared');
    const seen = await village.as('nobody', 'post', LOOK, { token });
    expect(seen.body).toMatchObject({ kind: 'share', community: 'Seeblick', nodes: ['Haus Sonne'] });
    await village.as('ben', 'post', ACCEPT, { token });
    expect(await people()).toMatchObject({
      people: [
        { userId: anna, email: 'anna@example.org', you: true, sharedByYou: false },
        { userId: ben, email: 'ben@example.org', you: false, sharedByYou: true },
      ],
      offered: [],
    });
    expect(await people('ben')).toMatchObject({ people: [{ sharedByYou: false }, { you: true, sharedByYou: false }] });
    const members = await village.as('otto', 'get', '/api/community/1/members');
    expect(members.body.members).toMatchObject([{ nodes: [{ shared: false }] }, { nodes: [{ shared: true }] }, {}]);
    expect(await village.audited()).toMatchObject([
      { action: 'invitation-sent', after: { kind: 'share', nodeIds: [7] } },
      { action: 'invitation-accepted', subject: { userId: ben }, before: { nodes: [] }, after: { nodes: [7] } },
    ]);
  });

  it('offer a node once to an address, and to five at most', async () => {
    await share('carla@example.org');
    for (const email of ['CARLA@example.org', 'anna@example.org']) {
      await village.refused(409, 'conflict', 'anna', 'post', `${NODE}/share`, { email });
    }
    for (const name of ['d', 'e', 'f', 'g']) await share(`${name}@example.org`);
    await village.refused(429, 'too-many-requests', 'anna', 'post', `${NODE}/share`, { email: 'h@example.org' });
    expect((await people()).offered).toHaveLength(5);
  });

  it('withdraw what they offered, and the link is dead', async () => {
    const { invitationId } = await share('carla@example.org');
    const token = await village.letters.token('carla@example.org', 'node-shared');
    expect((await village.as('anna', 'delete', `${NODE}/share/${invitationId}`)).status).toBe(204);
    await village.refused(410, 'link-not-valid', 'nobody', 'post', LOOK, { token });
    await village.refused(409, 'conflict', 'anna', 'delete', `${NODE}/share/${invitationId}`);
  });

  it('withdraw nothing that another offered, nor an invitation of the operator', async () => {
    await shareWithBen();
    const { invitationId } = await share('carla@example.org');
    await village.refused(404, 'not-found', 'ben', 'delete', `${NODE}/share/${invitationId}`);
    const body = { kind: 'member', email: 'dora@example.org', language: 'de', nodeIds: [7] };
    const invited = await village.as('otto', 'post', '/api/community/1/invitations', body);
    await village.refused(404, 'not-found', 'anna', 'delete', `${NODE}/share/${invited.body.invitationId}`);
    expect((await people('ben')).offered).toEqual([]);
  });

  it('take a share back at once; nobody takes back what another gave', async () => {
    await shareWithBen();
    await village.audited();
    await village.refused(404, 'not-found', 'ben', 'delete', `${NODE}/people/${anna}`);
    await village.refused(404, 'not-found', 'anna', 'delete', `${NODE}/people/${anna}`);
    expect((await village.as('ben', 'get', '/api/engine/node/7')).status).toBe(200);
    expect((await village.as('anna', 'delete', `${NODE}/people/${ben}`)).status).toBe(204);
    await village.refused(403, 'forbidden', 'ben', 'get', '/api/engine/node/7');
    expect(await village.audited()).toMatchObject([{ action: 'node-removed', subject: { userId: ben, nodeId: 7 } }]);
    expect(village.letters.all.at(-1)).toMatchObject({ to: 'ben@example.org', kind: 'node-removed' });
  });

  it('leave a node, which keeps all else, and take their open offers with them', async () => {
    await shareWithBen();
    await village.as('ben', 'post', `${NODE}/share`, { email: 'carla@example.org' });
    const token = await village.letters.token('carla@example.org', 'node-shared');
    await village.audited();
    village.bff.engine.received.length = 0;
    const letters = village.letters.all.length;
    expect((await village.as('ben', 'post', `${NODE}/leave`)).status).toBe(204);
    expect(village.bff.engine.received.map(({ method }) => method)).toEqual(['GET']);
    expect(village.letters.all).toHaveLength(letters);
    await village.refused(403, 'forbidden', 'ben', 'get', `${NODE}/people`);
    await village.refused(410, 'link-not-valid', 'nobody', 'post', LOOK, { token });
    expect(await village.audited()).toMatchObject([
      { action: 'invitation-withdrawn' },
      { action: 'member-left', subject: { userId: ben, nodeId: 7 }, before: { nodes: [7] }, after: { nodes: [] } },
    ]);
    expect((await people()).people).toHaveLength(1);
  });

  it('share nothing that is not theirs any more', async () => {
    await shareWithBen();
    await village.as('ben', 'post', `${NODE}/share`, { email: 'carla@example.org' });
    const token = await village.letters.token('carla@example.org', 'node-shared');
    await village.rows('DELETE FROM user_node WHERE user_id = $1 AND node_id = 7', [ben]);
    await village.refused(410, 'link-not-valid', 'nobody', 'post', LOOK, { token });
  });

  it.each([
    ['nobody', 401, 'unauthenticated'],
    ['ben', 403, 'forbidden'],
    ['otto', 403, 'forbidden'],
    ['ada', 403, 'forbidden'],
  ] as const)('are told to nobody else: %s is answered %p', async (who, status, code) => {
    village.bff.engine.received.length = 0;
    const routes = [
      ['get', `${NODE}/people`],
      ['post', `${NODE}/share`, { email: 'x@example.org' }],
      ['delete', `${NODE}/share/1`],
      ['delete', `${NODE}/people/${anna}`],
      ['post', `${NODE}/leave`],
    ] as const;
    for (const [method, path, body] of routes) await village.refused(status, code, who, method, path, body);
    expect(village.bff.engine.received).toEqual([]);
    expect((await people()).people).toHaveLength(1);
  });
});

describe('letters to one address', () => {
  let village: Village;
  beforeAll(async () => (village = await startVillage({ LETTER_LIMIT_ACCOUNT: '2' })));
  afterAll(() => village.stop());

  it('are not written again and again, whoever asks', async () => {
    const offer = () => village.as('anna', 'post', `${NODE}/share`, { email: 'carla@example.org' });
    const andBack = async () => {
      const { invitationId } = (await offer()).body;
      return (await village.as('anna', 'delete', `${NODE}/share/${invitationId}`)).status;
    };
    expect([await andBack(), await andBack()]).toEqual([204, 204]);
    const refused = await offer();
    expect(refused.body).toMatchObject({ status: 429, code: 'too-many-requests' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    const body = { kind: 'member', email: 'Carla@example.org', language: 'de', nodeIds: [8] };
    await village.refused(429, 'too-many-requests', 'otto', 'post', '/api/community/1/invitations', body);
    expect(village.letters.all).toHaveLength(2);
  });
});
