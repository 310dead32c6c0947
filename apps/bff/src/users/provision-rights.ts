import { type EntityManager, In, Not } from 'typeorm';
import { AuditLog } from '../audit/audit-log';
import { ServerAdministrator } from './server-administrator.entity';
import { UserNode } from './user-node.entity';
import { UserRole } from './user-role.entity';

export interface WantedRights {
  readonly nodes: readonly { readonly nodeId: number; readonly communityId: number }[];
  readonly operates: readonly number[];
  readonly administers: boolean;
}

/** Makes the rights of an account be as wanted, and writes down what changed. */
export async function provisionRights(manager: EntityManager, userId: string, wanted: WantedRights): Promise<void> {
  const before = await rightsOf(manager, userId);
  await setNodes(manager, userId, wanted.nodes);
  await setRoles(manager, userId, wanted);
  await audit(manager, userId, before);
}

interface Rights {
  readonly nodes: readonly number[];
  readonly operates: readonly number[];
  readonly administers: boolean;
}

async function rightsOf(manager: EntityManager, userId: string): Promise<Rights> {
  const nodes = await manager.find(UserNode, { where: { userId }, order: { nodeId: 'ASC' } });
  const roles = await manager.find(UserRole, { where: { userId }, order: { communityId: 'ASC' } });
  return {
    nodes: nodes.map(({ nodeId }) => nodeId),
    operates: roles.map(({ communityId }) => communityId),
    administers: await manager.existsBy(ServerAdministrator, { userId }),
  };
}

/** Whoever runs the command is not known here: the entry has no actor. Without a change there is no entry. */
async function audit(manager: EntityManager, userId: string, before: Rights): Promise<void> {
  const after = await rightsOf(manager, userId);
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  const entry = { actorId: null, action: 'account-provisioned', subject: { userId }, before, after } as const;
  await new AuditLog().record(manager, entry);
}

/** Rows that stay are left as they are: since when somebody has a node is told by them. */
async function setNodes(manager: EntityManager, userId: string, wanted: WantedRights['nodes']): Promise<void> {
  const nodes = [...new Map(wanted.map((node) => [node.nodeId, node])).values()];
  await manager.delete(UserNode, { userId, nodeId: Not(In(nodes.map(({ nodeId }) => nodeId))) });
  for (const node of nodes) await manager.upsert(UserNode, { userId, ...node }, ['userId', 'nodeId']);
}

async function setRoles(
  manager: EntityManager,
  userId: string,
  { operates, administers }: WantedRights,
): Promise<void> {
  await manager.delete(UserRole, { userId, communityId: Not(In(operates)) });
  for (const communityId of operates) {
    const row = { userId, communityId, role: 'operator' as const };
    await manager.upsert(UserRole, row, ['userId', 'communityId', 'role']);
  }
  if (administers) await manager.upsert(ServerAdministrator, { userId }, ['userId']);
  else await manager.delete(ServerAdministrator, { userId });
}
