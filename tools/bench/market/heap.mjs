const TASKS = { clear: 'clear', fill: 'fill' };
const WARM_UP_MS = 3_000;

/**
 * What one call of the hot path allocates once it is warm, in bytes: on the JavaScript heap and in array buffers. The
 * calls run between two forced collections' worth of nothing: no collection may fall between the two readings (it would
 * hide what was allocated), so the calls are few and a reading that goes down is taken again. Needs --expose-gc.
 */
export function heapRows(name, { market, grid, books, orders, rules }) {
  const clearer = new market.Clearer(grid);
  return Object.keys(TASKS).map((method) => {
    const calls = orders > 100_000 ? 5 : 50;
    const run = () => {
      for (let call = 0; call < calls; call += 1) clearer[method](books[call % books.length], rules, call);
    };
    const begun = performance.now();
    do run();
    while (performance.now() - begun < WARM_UP_MS);
    const nothing = allocatedBy(() => undefined);
    const all = allocatedBy(run);
    return {
      case: `heap ${method}, ${name}`,
      orders,
      bytesPerCall: Math.max(0, Math.round((all.heap - nothing.heap) / calls)),
      bufferBytesPerCall: Math.round(all.buffers / calls),
      calls,
    };
  });
}

/** The median of several readings: one may catch the compiler at work. */
function allocatedBy(work) {
  const readings = Array.from({ length: 9 }, () => {
    globalThis.gc();
    const before = process.memoryUsage();
    work();
    const after = process.memoryUsage();
    return { heap: after.heapUsed - before.heapUsed, buffers: after.arrayBuffers - before.arrayBuffers };
  });
  return readings.sort((a, b) => a.heap - b.heap)[readings.length >> 1];
}
