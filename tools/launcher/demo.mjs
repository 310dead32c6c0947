// The demo community and the four people who may sign in.
import { randomInt, randomUUID } from 'node:crypto';
import { bar, say } from './console.mjs';
import { paths } from './paths.mjs';
import { runOnce } from './processes.mjs';
import { readJson, writePrivateJson } from './state.mjs';

const STEPS = { found: 'Founding the community', import: 'Importing readings', clear: 'Clearing the market' };
// Without look-alikes, because people type it from a terminal.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

const password = () =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('')).join(
    '-',
  );

/** Founds the demo community unless it is there, with progress. Returns its id and the nodes of its people. */
export async function provideDemoCommunity(engineEnv) {
  const result = await runOnce('engine', 'demo', engineEnv, {
    onLine(line) {
      const { step, done, total } = JSON.parse(line);
      if (step) bar(STEPS[step] ?? step, done, total);
      if (step === 'import' && done === total) say('Storing the readings …');
    },
  });
  return JSON.parse(result);
}

/** Accounts for the demo, with random passwords that are made once. What their people changed since stays as it is. */
export async function provideDemoIdentities(bffEnv, { communityId, demoNodes }) {
  const known = readJson(paths.identities) ?? [];
  const roles = ['prosumer', 'consumer', 'operator', 'administrator'];
  const identities = roles.map((role) => ({
    ...{ id: randomUUID(), role, email: `${role}@demo.example`, password: password() },
    ...known.find((one) => one.role === role),
  }));
  writePrivateJson(paths.identities, identities);
  const users = identities.map(({ id, role, email, password }) => ({
    id,
    email,
    password,
    language: 'en',
    operates: role === 'operator' ? [communityId] : [],
    nodes: role in demoNodes ? [{ nodeId: demoNodes[role], communityId }] : [],
    administers: role === 'administrator',
  }));
  await runOnce('bff', 'provision', bffEnv, { input: JSON.stringify({ users, onlyNew: true }) });
  say(`Identities are in ${paths.identities}`);
  return identities;
}
