import * as z from 'zod';
import { communityId } from '../quantities';
import { route } from '../route';
import { communityParams } from './trading';

export const communityListQuery = z.strictObject({
  after: communityId.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export const communityListed = z.object({
  communityId: z.int(),
  name: z.string(),
  status: z.enum(['open', 'stopped']),
  households: z.int(),
});
export type CommunityListed = z.infer<typeof communityListed>;

/** In the order of their ids. */
export const listCommunities = route({
  method: 'GET',
  path: '/community',
  access: 'administrator',
  summary: 'The communities of this engine, page by page',
  schemas: {
    query: communityListQuery,
    response: z
      .object({
        communities: z.array(communityListed),
        /** The `after` of the next page; null on the last. */
        next: z.int().nullable(),
      })
      .meta({ id: 'Communities' }),
  },
});

/** The nodes that people can have, and how they are called: what it takes to invite somebody to one. */
export const getHouseholds = route({
  method: 'GET',
  path: '/community/:communityId/households',
  access: 'operator',
  summary: 'The household nodes of a community',
  schemas: {
    params: communityParams,
    response: z
      .object({
        communityId: z.int(),
        name: z.string(),
        households: z.array(z.object({ nodeId: z.int(), code: z.string(), label: z.string() })),
      })
      .meta({ id: 'Households' }),
  },
});
