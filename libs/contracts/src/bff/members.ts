import * as z from 'zod';
import { communityParams, nodeParams } from '../engine/trading';
import { instant, invitationId, localDay, nodeId } from '../quantities';
import { route } from '../route';
import { invitation, namedNode } from './invitations';
import { emailAddress } from './password';

const memberParams = communityParams.extend({ userId: z.uuid() });
const limit = z.coerce.number().int().min(1).max(200).default(50);

/** Somebody with a node in the community, or who operates it. */
export const member = z
  .object({
    userId: z.uuid(),
    email: z.string(),
    nodes: z.array(
      namedNode.extend({ addedAt: instant, /** By another member, not by the operator. */ shared: z.boolean() }),
    ),
    operator: z.boolean(),
    /** The first day, in UTC, of a node or duty that they still have. */
    joined: localDay,
    /** The last day, in UTC, on which a session of theirs was used; null: none is known. */
    lastSeen: localDay.nullable(),
  })
  .meta({ id: 'Member' });
export type Member = z.infer<typeof member>;

/** In the order of their addresses. */
export const getMembers = route({
  method: 'GET',
  path: '/api/community/:communityId/members',
  access: 'operator',
  summary: 'The members of a community',
  schemas: {
    params: communityParams,
    query: z.strictObject({
      after: emailAddress.optional(),
      /** Only those whose address, or a node's label or code, holds this text. */
      search: z.string().trim().min(1).max(100).optional(),
      limit,
    }),
    response: z
      .object({
        members: z.array(member),
        /** How many there are of them on all pages. */
        total: z.int(),
        /** The `after` of the next page; null on the last. */
        next: z.string().nullable(),
      })
      .meta({ id: 'Members' }),
  },
});

/** A household node, how many people have it, and how many open invitations offer it. Nobody and none: it is free. */
export const occupiedNode = namedNode.extend({ people: z.int(), invited: z.int() });
export type OccupiedNode = z.infer<typeof occupiedNode>;

export const getOccupiedNodes = route({
  method: 'GET',
  path: '/api/community/:communityId/nodes',
  access: 'operator',
  summary: 'The household nodes of a community, and whether somebody has them',
  schemas: {
    params: communityParams,
    response: z.object({ nodes: z.array(occupiedNode) }).meta({ id: 'OccupiedNodes' }),
  },
});

/** Refused: `unprocessable` where it is no household of the community, `not-found` where the user is no member of it. */
export const addMemberNode = route({
  method: 'POST',
  path: '/api/community/:communityId/members/:userId/nodes',
  access: 'operator',
  summary: 'Give a member another node',
  schemas: { params: memberParams, body: z.strictObject({ nodeId: z.int().positive() }), response: member },
});

/** Access ends at once; nothing of the ledger changes. */
export const removeMemberNode = route({
  method: 'DELETE',
  path: '/api/community/:communityId/members/:userId/nodes/:nodeId',
  access: 'operator',
  summary: 'Take a node away from a member',
  schemas: { params: memberParams.extend({ nodeId }) },
});

export const makeOperator = route({
  method: 'PUT',
  path: '/api/community/:communityId/operators/:userId',
  access: 'operator',
  summary: 'Make a member an operator of the community',
  schemas: { params: memberParams },
});

/** Refused with `last-operator`: a community is never without one. */
export const unmakeOperator = route({
  method: 'DELETE',
  path: '/api/community/:communityId/operators/:userId',
  access: 'operator',
  summary: 'End the duty of an operator',
  schemas: { params: memberParams },
});

/** Those of one household: only they see each other. */
export const nodePeople = z
  .object({
    people: z.array(
      z.object({
        userId: z.uuid(),
        email: z.string(),
        since: instant,
        you: z.boolean(),
        /** You shared the node with them, and may take it back. */
        sharedByYou: z.boolean(),
      }),
    ),
    /** Shares that you offered and that are open. */
    offered: z.array(invitation),
  })
  .meta({ id: 'NodePeople' });
export type NodePeople = z.infer<typeof nodePeople>;

export const getNodePeople = route({
  method: 'GET',
  path: '/api/node/:nodeId/people',
  access: 'node',
  summary: 'Who has this node',
  schemas: { params: nodeParams, response: nodePeople },
});

export const shareNode = route({
  method: 'POST',
  path: '/api/node/:nodeId/share',
  access: 'node',
  summary: 'Share a node with another adult of the household, by e-mail',
  schemas: { params: nodeParams, body: z.strictObject({ email: emailAddress }), response: invitation },
});

export const withdrawShare = route({
  method: 'DELETE',
  path: '/api/node/:nodeId/share/:invitationId',
  access: 'node',
  summary: 'Withdraw a share that you offered',
  schemas: { params: nodeParams.extend({ invitationId }) },
});

export const endShare = route({
  method: 'DELETE',
  path: '/api/node/:nodeId/people/:userId',
  access: 'node',
  summary: 'Take back a node that you shared',
  schemas: { params: nodeParams.extend({ userId: z.uuid() }) },
});

/** What the household traded stays in the ledger, its meter goes on being read and its strategy goes on trading. */
export const leaveNode = route({
  method: 'POST',
  path: '/api/node/:nodeId/leave',
  access: 'node',
  summary: 'Give up your own access to a node',
  schemas: { params: nodeParams },
});
