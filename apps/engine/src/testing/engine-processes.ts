import { type Claims } from '@ceex/contracts';
import { signClaims } from '@ceex/server';
import { buildProgram, type RunningProgram } from '@ceex/server/testing';
import { SERVER, TEST_SECRET } from './test-engine';

export interface EngineProcesses {
  /** A further engine on the database. */
  start(env?: Record<string, string>): Promise<RunningProgram>;
  stop(): Promise<void>;
}

/** Engines as they are built, on one database. */
export async function engineProcesses(databaseUrl: string): Promise<EngineProcesses> {
  const program = await buildProgram('engine');
  const running: RunningProgram[] = [];
  return {
    async start(env = {}) {
      const engine = await program.start({
        DATABASE_URL: databaseUrl,
        ENGINE_TOKEN_SECRET: TEST_SECRET,
        ENGINE_PORT: '0',
        CLEARING: 'off',
        ...env,
      });
      running.push(engine);
      return engine;
    },
    async stop() {
      for (const engine of running) engine.signal('SIGKILL');
      await Promise.all(running.map(({ ended }) => ended));
      await program.remove();
    },
  };
}

export const bearer = (claims: Claims = SERVER): { authorization: string } => ({
  authorization: `Bearer ${signClaims(claims, TEST_SECRET)}`,
});
