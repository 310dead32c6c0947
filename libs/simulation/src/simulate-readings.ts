import type { DemoCommunity } from './community';
import { SimulatedMeters, type SimulatedReadings } from './simulated-meters';

/**
 * The readings of the demo's meters in the intervals [fromIndex, fromIndex + count). Ranges cut anywhere fit together:
 * an interval's values depend on the community, the seed, the anchor and the interval alone. Who reads range after
 * range keeps a `SimulatedMeters`, which does not begin at the anchor each time.
 * @param anchorIndex the first interval of the simulation, in quarter-hours since 1970-01-01T00:00Z
 * @throws RangeError naming an argument that is no whole number, or a range that begins before the anchor
 */
export function simulateReadings(
  community: DemoCommunity,
  seed: number,
  anchorIndex: number,
  fromIndex: number,
  count: number,
): SimulatedReadings {
  return new SimulatedMeters(community, seed, anchorIndex).read(fromIndex, count);
}
