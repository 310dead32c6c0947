// The market's hot path (`Clearer.clear`: fills, flows, prices, pairs, money) beside a sort of the same prices.
import { withBundle } from './market/bundle.mjs';
import { inChild } from './market/child.mjs';
import { readOptions } from './market/options.mjs';
import { profileCase } from './market/profile.mjs';
import { rowOf, shortRow } from './market/row.mjs';

const HIGHS_WITHIN_MS = 20_000;

export function measure(args) {
  const options = readOptions(args);
  return withBundle((bundle) => {
    if (options.heap) return heap(bundle, options);
    if (options.profile) return profile(bundle, options);
    return options['one-process'] ? inOneProcess(bundle, options) : eachAlone(bundle, options);
  });
}

async function eachAlone(bundle, { cases, runs, highs }) {
  const rows = [];
  for (const one of cases) {
    console.error(`${one.name} …`);
    const [timed] = await inChild([{ task: 'time', bundle, name: one.name, runs }]);
    rows.push(rowOf(one, timed, highs && one.highs ? await byHighs(bundle, one) : undefined));
  }
  return resultOf(rows);
}

/** All cases one after the other in one process, as in production: what is compiled for one serves the others too. */
async function inOneProcess(bundle, { cases, runs }) {
  console.error(`${cases.length} cases in one process …`);
  const timed = await inChild(cases.map(({ name }) => ({ task: 'time', bundle, name, runs })));
  return resultOf(cases.map((one, at) => rowOf(one, timed[at])));
}

/** What HiGHS says within its time, or null. */
async function byHighs(bundle, { name }) {
  const answers = await inChild([{ task: 'highs', bundle, name }], { withinMs: HIGHS_WITHIN_MS });
  return answers === null ? null : answers[0].answer;
}

function resultOf(rows) {
  return { rows, table: rows.map(shortRow), ok: rows.every(({ verified, highs }) => verified && highs !== 'differs') };
}

async function heap(bundle, { cases }) {
  const rows = [];
  for (const { name } of cases) {
    console.error(`heap, ${name} …`);
    const [{ answer }] = await inChild([{ task: 'heap', bundle, name }], { flags: ['--expose-gc'] });
    rows.push(...answer);
  }
  return { rows };
}

async function profile(bundle, { cases, runs }) {
  const rows = [];
  for (const one of cases) {
    console.error(`profile, ${one.name} …`);
    rows.push(...(await profileCase(bundle, one, runs)));
  }
  return { rows };
}
