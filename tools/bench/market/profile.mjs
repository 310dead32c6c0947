import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inChild } from './child.mjs';
import { warmUp } from './warm-up.mjs';

const SECONDS = 5;
const MOST_ROWS = 15;

/** Runs the hot path alone, over and over, for the profiler to watch. */
export function runForProfile(setting, runs) {
  const { market, grid, books, samples, rules } = setting;
  const clearer = new market.Clearer(grid);
  warmUp(setting);
  const begun = performance.now();
  let done = 0;
  const isEnough = () => (runs === null ? performance.now() - begun > SECONDS * 1000 : done >= runs);
  for (; !isEnough(); done += 1) {
    for (const book of samples[done % samples.length]) clearer.clear(books[book], rules, book);
  }
  return { msPerRun: (performance.now() - begun) / done, runs: done };
}

/** Where the time of one case goes: functions by their own time, as V8's sampling profiler sees it. */
export async function profileCase(bundle, { name }, runs) {
  const folder = mkdtempSync(join(tmpdir(), 'ceex-profile-'));
  try {
    const flags = ['--cpu-prof', `--cpu-prof-dir=${folder}`, '--cpu-prof-interval=250'];
    const [{ answer }] = await inChild([{ task: 'profile', bundle, name, runs }], { flags });
    const [file] = readdirSync(folder);
    return rowsOf(name, JSON.parse(readFileSync(join(folder, file), 'utf8')), answer.msPerRun);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function rowsOf(name, { nodes, samples, timeDeltas }, msPerRun) {
  const { byId, isHot } = indexOf(nodes);
  const own = new Map();
  let all = 0;
  samples.forEach((id, at) => {
    if (!isHot.get(id)) return;
    const { functionName, url, lineNumber } = byId.get(id).callFrame;
    const title = `${functionName || '(anonymous)'}${url ? ` ${url.split('/').at(-1)}:${lineNumber + 1}` : ''}`;
    own.set(title, (own.get(title) ?? 0) + timeDeltas[at]);
    all += timeDeltas[at];
  });
  return [...own]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_ROWS)
    .map(([where, micros]) => ({
      case: `profile ${name}`,
      function: where,
      percent: Number(((100 * micros) / all).toFixed(1)),
      ms: Number(((msPerRun * micros) / all).toFixed(4)),
    }));
}

/** Nodes by id, and which of them lie below the measured loop. */
function indexOf(nodes) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const isHot = new Map();
  const stack = nodes.filter(({ callFrame }) => callFrame.functionName === runForProfile.name).map(({ id }) => id);
  while (stack.length > 0) {
    const id = stack.pop();
    isHot.set(id, true);
    stack.push(...(byId.get(id).children ?? []));
  }
  return { byId, isHot };
}
