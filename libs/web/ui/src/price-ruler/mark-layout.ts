/** A label that wants to stand centred below its place. All in px. */
export interface LabelWish {
  readonly center: number;
  readonly width: number;
}

/** Where a label stands: its left edge and its row, 0 nearest to the ruler. */
export interface LabelPlace {
  readonly left: number;
  readonly row: number;
}

const GAP = 12;

/** The free place nearest to `wanted` in a row, null when the row has no room for the width. */
function nearestFree(wanted: number, width: number, taken: readonly [number, number][], within: number): number | null {
  const candidates = [wanted, 0, within - width, ...taken.flatMap(([from, to]) => [from - GAP - width, to + GAP])];
  const free = candidates.filter(
    (left) =>
      left >= 0 &&
      left + width <= within &&
      taken.every(([from, to]) => left + width + GAP <= from || left >= to + GAP),
  );
  if (free.length === 0) return null;
  return free.reduce((best, left) => (Math.abs(left - wanted) < Math.abs(best - wanted) ? left : best));
}

/** What a lower row costs, in px of sideways shift. */
const ROW_COST = 24;

/**
 * Places labels in few rows without any overlap. The given order is the order of precedence: earlier ones get the
 * place they want. A label leaves its place sideways rather than for a lower row while the shift is small; a row
 * below the second is opened only when nothing else has room.
 */
export function placeLabels(wishes: readonly LabelWish[], within: number): LabelPlace[] {
  const rows: [number, number][][] = [[], []];
  return wishes.map(({ center, width }) => {
    const wanted = Math.max(0, Math.min(center - width / 2, within - width));
    let best: LabelPlace | null = null;
    let bestCost = Infinity;
    for (const [row, taken] of rows.entries()) {
      const left = nearestFree(wanted, width, taken, within);
      if (left === null) continue;
      const cost = Math.abs(left - wanted) + row * ROW_COST;
      if (cost < bestCost) [best, bestCost] = [{ left, row }, cost];
    }
    const place: LabelPlace = best ?? { left: wanted, row: rows.push([]) - 1 };
    rows[place.row]?.push([place.left, place.left + width]);
    return place;
  });
}
