import type { Access } from '@ceex/contracts';
import { mayCall, type Rights } from './may-call';

const user: Rights = { role: 'user', nodes: [7], memberOf: [1], operates: [2], administers: false };
const administrator: Rights = { role: 'user', nodes: [], memberOf: [], operates: [], administers: true };
const server: Rights = { role: 'server', nodes: [], memberOf: [], operates: [], administers: false };

describe('mayCall', () => {
  it.each<[Access, Rights | undefined, { nodeId?: number; communityId?: number }, boolean]>([
    ['public', undefined, {}, true],
    ['signed-in', undefined, {}, false],
    ['signed-in', user, {}, true],
    ['node', user, { nodeId: 7 }, true],
    ['node', user, { nodeId: 8 }, false],
    ['node', user, { communityId: 1 }, false],
    ['node', undefined, { nodeId: 7 }, false],
    ['member', user, { communityId: 1 }, true],
    ['member', user, { communityId: 2 }, true],
    ['member', user, { communityId: 3 }, false],
    ['operator', user, { communityId: 1 }, false],
    ['operator', user, { communityId: 2 }, true],
    ['administrator', administrator, {}, true],
    ['administrator', user, {}, false],
    ['administrator', user, { communityId: 2 }, false],
    ['administrator', undefined, {}, false],
    ['operator', administrator, { communityId: 1 }, false],
    ['member', administrator, { communityId: 1 }, false],
    ['node', administrator, { nodeId: 7 }, false],
    ['server', administrator, {}, false],
    ['server', user, {}, false],
    ['server', server, {}, true],
    ['administrator', server, {}, true],
    ['operator', server, { communityId: 9 }, true],
  ])('%s for %j at %j: %p', (access, rights, target, allowed) => {
    expect(mayCall(access, rights, target)).toBe(allowed);
  });

  it('refuses an access rule that it does not know', () => {
    expect(mayCall('everyone' as Access, user, {})).toBe(false);
  });
});
