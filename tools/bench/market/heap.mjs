import { GCProfiler } from 'node:v8';
import { warmUp } from './warm-up.mjs';

const METHODS = ['clear', 'fill'];
const WARM_UP_MS = 2_000;
const LEAST_WARM_UP = 6;
const READING_MS = 300;
const READINGS = 9;

/**
 * What one call of the hot path allocates once it is warm, in bytes: on the JavaScript heap and in array buffers. What
 * collections take away meanwhile is added again (array buffers: exact only where `collections` is 0). Needs --expose-gc.
 */
export function heapRows(name, setting) {
  const { market, grid, books, samples, orders, rules } = setting;
  const clearer = new market.Clearer(grid);
  warmUp(setting);
  return METHODS.map((method) => {
    const run = (rounds) => {
      for (let round = 0; round < rounds; round += 1) {
        for (const book of samples[round % samples.length]) clearer[method](books[book], rules, book);
      }
    };
    const rounds = roundsOf(run, samples.length);
    const nothing = allocatedBy(() => undefined);
    const { heap, buffers, collections } = allocatedBy(() => run(rounds));
    const calls = rounds * samples[0].length;
    const heapBytesPerCall = Math.max(0, Math.round((heap - nothing.heap) / calls));
    const bufferBytesPerCall = Math.round(buffers / calls);
    return {
      case: `heap ${method}, ${name}`,
      orders,
      bytesPerCall: heapBytesPerCall + bufferBytesPerCall,
      heapBytesPerCall,
      bufferBytesPerCall,
      calls,
      collections,
    };
  });
}

/** Warms up, with every sample at least once. Returns how many rounds one reading has time for. */
function roundsOf(run, samples) {
  const begun = performance.now();
  let done = 0;
  do {
    run(samples);
    done += samples;
  } while (done < LEAST_WARM_UP || performance.now() - begun < WARM_UP_MS);
  const roundMs = (performance.now() - begun) / done;
  return Math.max(1, Math.min(1_000, Math.round(READING_MS / roundMs)));
}

/** The median of several readings: one may catch the compiler at work. */
function allocatedBy(work) {
  const readings = Array.from({ length: READINGS }, () => readingOf(work));
  return readings.sort((a, b) => a.heap + a.buffers - b.heap - b.buffers)[READINGS >> 1];
}

function readingOf(work) {
  globalThis.gc();
  const profiler = new GCProfiler();
  profiler.start();
  const before = process.memoryUsage();
  work();
  const after = process.memoryUsage();
  const { statistics } = profiler.stop();
  const freed = statistics.reduce(
    (sum, { beforeGC, afterGC }) => sum + beforeGC.heapStatistics.usedHeapSize - afterGC.heapStatistics.usedHeapSize,
    0,
  );
  return {
    heap: after.heapUsed - before.heapUsed + freed,
    buffers: after.arrayBuffers - before.arrayBuffers,
    collections: statistics.length,
  };
}
