/**
 * One line of the table. Times in ms, medians of `runs` after a warm-up. `cpuRatio`: the ratio by processor time over all
 * runs, which others on the machine disturb less. Memory in MB: `inputMb` the process at its largest before the first
 * clearing (program, grid, orders), `peakMb` after the last. `verified`: outside the timing, every book's clearing passed
 * `verify`, and the hot path's columns equal it.
 */
export function rowOf({ name, goal }, { orders, answer }, highs) {
  for (const failure of answer.failures) console.error(`${name}: ${failure}`);
  return {
    case: name,
    orders,
    ms: rounded(answer.ms),
    sortMs: rounded(answer.sortMs),
    ratio: Number((answer.ms / answer.sortMs).toFixed(2)),
    cpuRatio: answer.cpuRatio && Number(answer.cpuRatio.toFixed(2)),
    goal: goal ?? null,
    ordersPerSecond: Math.round((orders / answer.ms) * 1000),
    runs: answer.runs,
    fillMs: rounded(answer.fillMs),
    friendlyMs: rounded(answer.friendlyMs),
    verifyMs: rounded(answer.verifyMs),
    inputMb: answer.inputMb,
    peakMb: answer.peakMb,
    verified: answer.failures.length === 0,
    filledPercent: answer.filledPercent,
    pairs: answer.pairs,
    fullEdges: answer.fullEdges,
    ...highsColumns(highs, answer.welfareNano),
  };
}

const rounded = (ms) => Number(ms.toPrecision(4));

/** HiGHS works with floating point to a tolerance of 1e-7. */
const TOLERANCE = 1e-7;

function highsColumns(highs, welfareNano) {
  if (highs === undefined) return { highsMs: null, highs: 'not asked' };
  if (highs === null) return { highsMs: null, highs: 'no answer within 20 s' };
  const isSame = Math.abs(highs.welfareNano - welfareNano) <= TOLERANCE * Math.abs(welfareNano);
  return { highsMs: rounded(highs.highsMs), highs: isSame ? 'agrees' : 'differs' };
}

/** The columns that fit on a screen. */
export function shortRow({ ordersPerSecond, goal, highs, ...row }) {
  return {
    case: row.case,
    orders: row.orders,
    ms: row.ms,
    sortMs: row.sortMs,
    ratio: row.ratio,
    cpuRatio: row.cpuRatio ?? '',
    goal: goal === null ? '' : `≤ ${goal}`,
    'orders/s': ordersPerSecond,
    runs: row.runs,
    fillMs: row.fillMs,
    friendlyMs: row.friendlyMs,
    verifyMs: row.verifyMs,
    highsMs: highs === 'agrees' ? row.highsMs : highs,
    peakMb: row.peakMb,
    verified: row.verified,
  };
}
