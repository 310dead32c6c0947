// Kills the engine at random moments while it clears a year, 20 times, and compares with a run that nobody disturbed.
import { setTimeout as pause } from 'node:timers/promises';
import { runEngine, startEngine, withDatabases } from './engine-at-work.mjs';

const KILLS = 20;

export const measure = () =>
  withDatabases(async ({ admin, query, urlOf }) => {
    await admin('CREATE DATABASE calm');
    await runEngine('migrate', [], { DATABASE_URL: urlOf('calm') });
    const { lines } = await runEngine('demo', [], { DATABASE_URL: urlOf('calm'), CLEARING: 'off' });
    const { communityId } = JSON.parse(lines.at(-1));
    await admin('CREATE DATABASE shaken TEMPLATE calm');
    const cli = (name, ...args) => runEngine('cli', args, { DATABASE_URL: urlOf(name) });
    const calm = await cli('calm', 'clear-pending', '--community', String(communityId));

    const left = async () => Number((await query('shaken', 'SELECT count(*) FROM pending_interval'))[0].count);
    const progress = [await left()];
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const engine = await startEngine(urlOf('shaken'));
      await engine.isReady();
      // The clearing begins with the server. A life lasts, on average, what is left of the year shared among the kills
      // that are left, so that the last one still finds work.
      const remaining = (calm.ms * progress.at(-1)) / progress[0];
      await pause((Math.random() * 2 * remaining) / (KILLS - kill + 2));
      await engine.kill('SIGKILL');
      progress.push(await left());
      console.error(`kill ${kill}: ${progress.at(-1)} intervals left`);
    }
    await cli('shaken', 'clear-pending', '--community', String(communityId));
    const hash = async (name) => (await cli(name, 'hash', '--community', String(communityId))).lines.at(-1);
    const [expected, actual] = [await hash('calm'), await hash('shaken')];
    const atWork = progress.slice(1).filter((intervals) => intervals > 0).length;
    return {
      ok: expected === actual && atWork === KILLS,
      rows: [
        { measured: 'intervals to clear', value: progress[0] },
        { measured: 'kills while intervals were left', value: atWork },
        { measured: 'hash of the undisturbed run', value: expected },
        { measured: 'hash after the kills', value: actual },
        { measured: 'equal', value: expected === actual },
      ],
    };
  });
