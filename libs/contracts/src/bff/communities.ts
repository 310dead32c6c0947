import * as z from 'zod';
import { foundCommunityBody } from '../engine/community';
import { communityListed, communityListQuery } from '../engine/directory';
import { communityParams } from '../engine/trading';
import { route } from '../route';
import { LANGUAGES } from './constants';
import { invitation } from './invitations';
import { emailAddress } from './password';

const operatorBody = z.strictObject({ email: emailAddress, language: z.enum(LANGUAGES) });

/** The largest founding document that is read, in bytes: a grid of 20 000 nodes. */
export const MAX_FOUNDING_BYTES = 16 * 1024 * 1024;

/** In the order of their ids. */
export const getCommunities = route({
  method: 'GET',
  path: '/api/communities',
  access: 'administrator',
  summary: 'The communities of this server',
  schemas: {
    query: communityListQuery,
    response: z
      .object({
        communities: z.array(communityListed.extend({ operators: z.int(), members: z.int() })),
        /** The `after` of the next page; null on the last. */
        next: z.int().nullable(),
      })
      .meta({ id: 'CommunitiesOfServer' }),
  },
});

/**
 * The community is founded all or not at all; what is wrong with it is told by the paths of its fields. Then its first
 * operator is invited. Where that fails, it is there without one, and `inviteOperator` is the way on.
 */
export const createCommunity = route({
  method: 'POST',
  path: '/api/communities',
  access: 'administrator',
  summary: 'Found a community and invite its first operator',
  schemas: {
    body: z.strictObject({ founding: foundCommunityBody, operator: operatorBody }),
    response: z.object({ communityId: z.int(), nodes: z.int(), invitation }).meta({ id: 'CommunityCreated' }),
  },
});

export const inviteOperator = route({
  method: 'POST',
  path: '/api/communities/:communityId/operators',
  access: 'administrator',
  summary: 'Invite an operator of a community',
  schemas: { params: communityParams, body: operatorBody, response: invitation },
});
