// Whether the time of an answer tells that an address has an account here. Known and unknown addresses are asked about in
// turn, in random order, so that what disturbs the machine disturbs both. What counts is how often a guess by time alone
// would be right: 0.5 is a coin. The bound is loose, because a machine with other work to do is not a laboratory.
import { randomInt } from 'node:crypto';
import { option } from '../demo-instance.mjs';
import { withDatabases } from './engine-at-work.mjs';
import { startBff } from './forward/bff.mjs';

const MOST_RIGHT_GUESSES = 0.6;
const WARM_UP = 20;

const WAYS = [
  { way: 'sign-in', path: 'login', status: 401, body: (email) => ({ email, password: 'not the password' }) },
  { way: 'reset', path: 'request-reset-email', status: 204, body: (email) => ({ email }) },
  { way: 'registration', path: 'register', status: 204, body: (email) => ({ email, language: 'en' }) },
];

const SETTINGS = {
  OPEN_REGISTRATION: 'true',
  LOG_LEVEL: 'silent',
  ...{ SIGN_IN_LIMIT_ADDRESS: '1000000', SIGN_IN_LIMIT_ACCOUNT: '1000000', LETTER_LIMIT_ACCOUNT: '1000000' },
};

/** `--pairs N` (300): so many known and as many unknown addresses a way. */
export const measure = (options) =>
  withDatabases(async ({ admin, urlOf }) => {
    const pairs = Number(option(options, 'pairs') ?? 300);
    await admin('CREATE DATABASE bff');
    // No request of this bench goes to the engine.
    const engineUrl = 'http://127.0.0.1:9';
    const bff = await startBff({ databaseUrl: urlOf('bff'), engineUrl, settings: SETTINGS });
    try {
      const rows = [];
      for (const way of WAYS) rows.push(await compare(bff, way, pairs));
      return { rows, ok: rows.every((row) => row['right guesses'] <= MOST_RIGHT_GUESSES) };
    } finally {
      await bff.stop();
    }
  });

async function compare({ url, emails }, way, pairs) {
  const times = { known: [], unknown: [] };
  for (let pair = -WARM_UP; pair < pairs; pair += 1) {
    const known = emails[randomInt(emails.length)];
    const asked = { known, unknown: known.replace('person', `nobody-${randomInt(1e6)}`) };
    for (const kind of randomInt(2) ? ['known', 'unknown'] : ['unknown', 'known']) {
      const ms = await timed(`${url}/api/auth/${way.path}`, way.body(asked[kind]), way.status);
      if (pair >= 0) times[kind].push(ms);
    }
  }
  const [known, unknown] = [median(times.known), median(times.unknown)];
  return {
    way: way.way,
    pairs,
    'known p50 ms': round(known),
    'unknown p50 ms': round(unknown),
    'difference ms': round(known - unknown),
    'right guesses': round(rightGuesses(times.known, times.unknown)),
  };
}

async function timed(url, body, status) {
  const begun = performance.now();
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  await answer.arrayBuffer();
  const ms = performance.now() - begun;
  if (answer.status !== status) throw new Error(`${url}: ${answer.status} instead of ${status}`);
  return ms;
}

/**
 * Of one known and one unknown address, how often the one that took longer is the known one, or the unknown one if that
 * is more often (Mann-Whitney): what an attacker who learned the direction would reach with one look at each.
 */
function rightGuesses(known, unknown) {
  let wins = 0;
  for (const one of known) for (const other of unknown) wins += one > other ? 1 : one === other ? 0.5 : 0;
  const share = wins / (known.length * unknown.length);
  return Math.max(share, 1 - share);
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

const round = (value) => Math.round(value * 1_000) / 1_000;
