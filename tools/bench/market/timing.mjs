import { warmUp } from './warm-up.mjs';

const WARM_UP_MS = 1_500;
const MEASURE_MS = 4_000;
const LEAST_RUNS = 7;
const MOST_RUNS = 1_001;
const LEAST_CPU_MS = 150;

/** The middle one of some numbers. */
export function median(numbers) {
  const sorted = Float64Array.from(numbers).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Times the hot path beside the sort of the same prices: by turns, after a warm-up, so that both see the same machine.
 * One sample sorts, clears and fills all books of one group. `runs` null: as many as fit into some seconds.
 */
export function timeHotPath(setting, runs) {
  const { market, grid, books, samples, rules } = setting;
  const clearer = new market.Clearer(grid);
  const scratch = new Sorting(books, samples);
  const none = () => ({ ms: [], cpuMs: [] });
  const all = { sort: none(), clear: none(), fill: none() };
  const sample = (at) => {
    const group = samples[at % samples.length];
    scratch.fill(group);
    return {
      sort: timed(() => scratch.sort()),
      clear: timed(() => {
        for (const book of group) clearer.clear(books[book], rules, book);
      }),
      fill: timed(() => {
        for (const book of group) clearer.fill(books[book], rules, book);
      }),
    };
  };
  warmUp(setting);
  const begun = performance.now();
  for (let at = 0; at < 3 || performance.now() - begun < WARM_UP_MS; at += 1) sample(at);
  const started = performance.now();
  const isEnough = (done) =>
    runs === null
      ? done >= MOST_RUNS || (done >= LEAST_RUNS && performance.now() - started >= MEASURE_MS)
      : done >= runs;
  for (let at = 0; !isEnough(at); at += 1) {
    for (const [what, { ms, cpuMs }] of Object.entries(sample(at))) {
      all[what].ms.push(ms);
      all[what].cpuMs.push(cpuMs);
    }
  }
  return {
    ms: median(all.clear.ms),
    sortMs: median(all.sort.ms),
    fillMs: median(all.fill.ms),
    cpuRatio: cpuRatioOf(sum(all.clear.cpuMs), sum(all.sort.cpuMs)),
    runs: all.clear.ms.length,
  };
}

/** Time by the clock, and time this thread had a processor: others may want it too. */
function timed(work) {
  const before = process.threadCpuUsage();
  const started = performance.now();
  work();
  const ms = performance.now() - started;
  const { user, system } = process.threadCpuUsage(before);
  return { ms, cpuMs: (user + system) / 1000 };
}

/** Some systems count processor time at every tick only, some milliseconds apart: null where that is too coarse. */
function cpuRatioOf(clearMs, sortMs) {
  return sortMs < LEAST_CPU_MS ? null : clearMs / sortMs;
}

const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);

/** Prices of a group of books, copied afresh before each sort; nothing is allocated while the clock runs. */
class Sorting {
  constructor(books, samples) {
    this.books = books;
    const most = Math.max(...samples.map((group) => group.reduce((sum, book) => sum + books[book].count, 0)));
    const memory = new Float64Array(most);
    this.views = new Map(samples.map((group) => [group, viewsOf(memory, books, group)]));
  }

  fill(group) {
    this.current = this.views.get(group);
    group.forEach((book, at) => this.current[at].set(this.books[book].limitMicroPerKwh));
  }

  sort() {
    for (const prices of this.current) prices.sort();
  }
}

function viewsOf(memory, books, group) {
  let first = 0;
  return group.map((book) => memory.subarray(first, (first += books[book].count)));
}
