import type { InvitationView, InviteBody } from '@ceex/contracts';
import { startVillage, type Village } from '../testing/membership';
import { ChangeInvitation } from './change-invitation';
import { ForgetOldInvitations, KEPT_DAYS } from './forget-old-invitations';
import { InviteMember } from './invite-member';

const PATH = '/api/community/1/invitations';
const DAY_MS = 86_400_000;
const member = (email: string, nodeIds: readonly number[] = [8]) => ({
  kind: 'member',
  email,
  language: 'de',
  nodeIds,
});

describe('an invitation', () => {
  let village: Village;
  beforeAll(async () => (village = await startVillage()));
  afterAll(() => village.stop());

  const invite = async (body: object): Promise<InvitationView> => {
    const { status, body: answer } = await village.as('otto', 'post', PATH, body);
    expect({ status, answer: answer as unknown }).toMatchObject({ status: 200 });
    return answer as InvitationView;
  };
  const count = async () => (await village.rows('SELECT 1 FROM invitation')).length;

  it('names community and nodes in a letter, and is listed', async () => {
    await village.audited();
    const email = 'Carla@Example.org';
    const invitation = await invite(member(email, [8, 10, 8]));
    expect(invitation).toMatchObject({
      kind: 'member',
      email: 'carla@example.org',
      language: 'de',
      state: 'open',
      nodes: [
        { nodeId: 8, code: 'H8', label: 'Haus Mond' },
        { nodeId: 10, code: 'H10', label: 'Mühle' },
      ],
    });
    const life = Date.parse(invitation.expiresAt) - Date.parse(invitation.sentAt);
    expect(life).toBe(14 * DAY_MS);
    const [letter] = await village.letters.to('carla@example.org');
    expect(letter).toMatchObject({
      kind: 'invitation',
      language: 'de',
      communityId: 1,
      data: {
        community: 'Seeblick',
        nodes: ['Haus Mond', 'Mühle'],
        link: expect.stringMatching(/^http:\/\/localhost:3000\/accept-invitation#[\w-]{43}$/),
        expires: invitation.expiresAt,
      },
    });
    const { body } = await village.as('otto', 'get', PATH);
    expect(body).toEqual({ invitations: [invitation], next: null });
    const [entry] = await village.audited();
    expect(entry).toMatchObject({
      action: 'invitation-sent',
      subject: { invitationId: invitation.invitationId },
      after: { kind: 'member', nodeIds: [8, 10] },
    });
    expect(JSON.stringify(entry)).not.toContain('carla');
  });

  it('keeps no token that could be used by whoever reads the database', async () => {
    await invite(member('dora@example.org'));
    const token = await village.letters.token('dora@example.org', 'invitation');
    expect(JSON.stringify(await village.rows('SELECT * FROM invitation'))).not.toContain(token);
  });

  it('to operate a community names no nodes', async () => {
    const invitation = await invite({ kind: 'operator', email: 'emil@example.org', language: 'fr' });
    expect(invitation).toMatchObject({ kind: 'operator', nodes: [], language: 'fr' });
    expect(await village.letters.to('emil@example.org')).toMatchObject([{ kind: 'invitation', data: { nodes: [] } }]);
  });

  it.each<[string, object, number, string, string | null]>([
    ['a node of another community', member('x@example.org', [8, 9]), 422, 'unprocessable', 'body.nodeIds.1'],
    ['a node that there is not', member('x@example.org', [99]), 422, 'unprocessable', 'body.nodeIds.0'],
    ['no node', member('x@example.org', []), 400, 'bad-request', 'body.nodeIds'],
    ['no address', member('nobody'), 400, 'bad-request', 'body.email'],
    ['two addresses', member('x@example.org, y@example.org'), 400, 'bad-request', 'body.email'],
    ['a letter with a header in it', member('x@example.org\nBcc: y@example.org'), 400, 'bad-request', 'body.email'],
    ['a share', { ...member('x@example.org'), kind: 'share' }, 400, 'bad-request', 'body.kind'],
    ['nodes for an operator', { ...member('x@example.org'), kind: 'operator' }, 400, 'bad-request', 'body'],
    ['more than it takes', { ...member('x@example.org'), communityId: 2 }, 400, 'bad-request', 'body'],
    ['who has the node already', member('anna@example.org', [7]), 409, 'conflict', null],
    ['who operates already', { kind: 'operator', email: 'OTTO@example.org', language: 'de' }, 409, 'conflict', null],
    ['whose invitation is open', member('carla@example.org', [10]), 409, 'conflict', null],
  ])('is refused for %s, and nothing is stored', async (_, body, status, code, path) => {
    const before = await count();
    const problem = await village.refused(status, code as 'conflict', 'otto', 'post', PATH, body);
    if (path !== null) expect(problem.errors).toMatchObject([{ path }]);
    expect(await count()).toBe(before);
    expect(await village.letters.to('x@example.org')).toEqual([]);
  });

  it('is not sent again at once, but is a moment later: then the old link is dead', async () => {
    const { invitationId } = await invite(member('fritz@example.org'));
    const old = await village.letters.token('fritz@example.org', 'invitation');
    await village.audited();
    await village.refused(429, 'too-many-requests', 'otto', 'post', `${PATH}/${invitationId}/resend`);
    await village.rows(`UPDATE invitation SET sent_at = sent_at - interval '61 s' WHERE id = $1`, [invitationId]);
    const { body } = await village.as('otto', 'post', `${PATH}/${invitationId}/resend`);
    expect(body).toMatchObject({ invitationId, state: 'open' });
    const fresh = await village.letters.token('fritz@example.org', 'invitation');
    expect(fresh).not.toBe(old);
    await village.refused(410, 'link-not-valid', 'nobody', 'post', '/api/invitations/look', { token: old });
    expect((await village.as('nobody', 'post', '/api/invitations/look', { token: fresh })).status).toBe(200);
    expect(await village.audited()).toMatchObject([{ action: 'invitation-resent', subject: { invitationId } }]);
  });

  it('can be withdrawn once, and is not sent again then', async () => {
    const { invitationId } = await invite(member('gerda@example.org'));
    const token = await village.letters.token('gerda@example.org', 'invitation');
    await village.audited();
    const { body } = await village.as('otto', 'delete', `${PATH}/${invitationId}`);
    expect(body).toMatchObject({ state: 'withdrawn' });
    await village.refused(410, 'link-not-valid', 'nobody', 'post', '/api/invitations/look', { token });
    await village.refused(409, 'conflict', 'otto', 'delete', `${PATH}/${invitationId}`);
    await village.refused(409, 'conflict', 'otto', 'post', `${PATH}/${invitationId}/resend`);
    expect(await village.audited()).toMatchObject([{ action: 'invitation-withdrawn', subject: { invitationId } }]);
    await invite(member('gerda@example.org'));
  });

  it('expires after fourteen days, can be sent again then, and be withdrawn no more', async () => {
    const past = new Date(Date.now() - 14 * DAY_MS);
    const body = { kind: 'member', email: 'hans@example.org', language: 'it', nodeIds: [8] } satisfies InviteBody;
    const otto = await village.userId('otto@example.org');
    const { invitationId } = await village.bff.app.get(InviteMember).run(1, body, otto, past);
    const token = await village.letters.token('hans@example.org', 'invitation');
    await village.refused(410, 'link-not-valid', 'nobody', 'post', '/api/invitations/look', { token });
    await village.refused(409, 'conflict', 'otto', 'delete', `${PATH}/${invitationId}`);
    const { body: page } = await village.as('otto', 'get', `${PATH}?state=expired`);
    expect(page).toMatchObject({ invitations: [{ invitationId, state: 'expired' }] });
    const justBefore = new Date(past.getTime() + 14 * DAY_MS - 1);
    const change = village.bff.app.get(ChangeInvitation);
    expect((await change.resend({ id: invitationId, communityId: 1 }, otto, justBefore)).state).toBe('open');
  });

  it('is forgotten ninety days after it expired, and not a day before', async () => {
    const otto = await village.userId('otto@example.org');
    const sent = new Date('2025-01-01T00:00:00Z');
    const body = { kind: 'member', email: 'ida@example.org', language: 'it', nodeIds: [8] } satisfies InviteBody;
    await village.bff.app.get(InviteMember).run(1, body, otto, sent);
    const kept = () => village.rows(`SELECT 1 FROM invitation WHERE email = 'ida@example.org'`);
    const after = (days: number) => new Date(sent.getTime() + days * DAY_MS);
    await village.bff.app.get(ForgetOldInvitations).run(after(14 + KEPT_DAYS));
    expect(await kept()).toHaveLength(1);
    const before = await count();
    await village.bff.app.get(ForgetOldInvitations).run(after(14 + KEPT_DAYS + 1));
    expect(await kept()).toEqual([]);
    expect(await count()).toBe(before - 1);
  });

  it('is listed newest first, by state, page by page', async () => {
    const page = async (query: string) => (await village.as('otto', 'get', `${PATH}?${query}`)).body;
    const all = await page('limit=200');
    expect(all.next).toBeNull();
    const ids = all.invitations.map(({ invitationId }: InvitationView) => invitationId);
    expect(ids).toEqual([...ids].sort((a, b) => b - a));
    const first = await page('limit=2');
    const second = await page(`limit=200&before=${first.next}`);
    expect([...first.invitations, ...second.invitations]).toEqual(all.invitations);
    const states = await Promise.all(
      ['open', 'accepted', 'withdrawn', 'expired'].map((state) => page(`state=${state}`)),
    );
    expect(states.flatMap(({ invitations }) => invitations)).toHaveLength(ids.length);
    expect(states.map(({ invitations }) => invitations.length > 0)).toEqual([true, false, true, false]);
  });

  describe('is nobody’s business but the operator’s', () => {
    const routes = (communityId: number, id: number) =>
      [
        ['post', `/api/community/${communityId}/invitations`, member('y@example.org')],
        ['post', `/api/community/${communityId}/invitations/csv`],
        ['get', `/api/community/${communityId}/invitations`],
        ['post', `/api/community/${communityId}/invitations/${id}/resend`],
        ['delete', `/api/community/${communityId}/invitations/${id}`],
      ] as const;

    it.each([
      ['nobody', 401, 'unauthenticated'],
      ['anna', 403, 'forbidden'],
      ['olga', 403, 'forbidden'],
      ['ada', 403, 'forbidden'],
    ] as const)('as %s: %p', async (who, status, code) => {
      village.bff.engine.received.length = 0;
      for (const [method, path, body] of routes(1, 1)) await village.refused(status, code, who, method, path, body);
      expect(village.bff.engine.received).toEqual([]);
    });

    it('and another community’s operator finds it by no path', async () => {
      const [, , , resend, withdraw] = routes(2, 1);
      for (const [method, path] of [resend, withdraw]) await village.refused(404, 'not-found', 'olga', method, path);
      expect((await village.as('olga', 'get', '/api/community/2/invitations')).body.invitations).toEqual([]);
    });
  });
});
