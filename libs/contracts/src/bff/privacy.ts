import * as z from 'zod';
import { route } from '../route';
import { knownPassword } from './password';

/** What stays when an account is deleted, none of it with a name: the books need it. */
export const KEPT_AFTER_DELETION = ['ledger', 'readings', 'audit-ids'] as const;
export type KeptAfterDeletion = (typeof KEPT_AFTER_DELETION)[number];

export const getMyData = route({
  method: 'GET',
  path: '/api/auth/me/data',
  access: 'signed-in',
  summary: 'Everything that is kept about me, by BFF and engine, as one JSON file',
  answerType: 'application/json',
  schemas: {},
});

export const deleteMe = route({
  method: 'POST',
  path: '/api/auth/me/delete',
  access: 'signed-in',
  summary: 'Delete the own account at once; last-operator where a community would be left without one',
  schemas: {
    body: z.strictObject({ password: knownPassword }),
    response: z.object({ kept: z.array(z.enum(KEPT_AFTER_DELETION)) }),
  },
});
