import { bffRoutes } from '@ceex/contracts';
import { answeredProblem } from '@ceex/server';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { signIns } from './bff-metrics';

const { login, loginSecondFactor, passkeyLogin } = bffRoutes;
const STEPS = new Set<string>([login, loginSecondFactor, passkeyLogin].map(({ path }) => path));

/** Counts each step of signing in by how it ended. */
export function countSignIns(server: Server): void {
  server.prependListener('request', ({ method, url = '' }: IncomingMessage, response: ServerResponse) => {
    if (method !== 'POST' || !STEPS.has(url)) return;
    response.once('finish', () => {
      const outcome = response.statusCode < 300 ? 'succeeded' : (answeredProblem(response) ?? 'other');
      signIns.inc({ outcome });
    });
  });
}
