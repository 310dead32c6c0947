import { Battery } from './battery';
import { simulatedDays, type SimulatedDay } from './calendar';
import { assertSeed } from './chance';
import type { DemoCommunity, DemoHousehold } from './community';
import { EnergyBudget } from './day-energy';
import { householdFlows, sliceFlows, type HouseholdFlows } from './household-flows';
import { loadSeries } from './load';
import { productionSeries, skyOver, type Sky } from './production';

const INTERVALS_OF_YEAR = 365 * 96;
/** The years 1970 to 2200: what sun and calendar are good for. */
const LAST_INDEX = 230 * 366 * 96;

/** What the meter of one household counts, one entry an interval, in whole Wh. */
export interface SimulatedSeries {
  readonly nodeCode: string;
  readonly importWh: Int32Array;
  readonly exportWh: Int32Array;
  readonly productionWh: Int32Array;
}

/** What the meters of a community count in `count` intervals from `fromIndex` on. */
export interface SimulatedReadings {
  readonly fromIndex: number;
  readonly count: number;
  /** In the order of the community's households. */
  readonly households: readonly SimulatedSeries[];
}

/** A household, how its energy is spread, and where its battery stood when it was last read. */
interface Meter {
  readonly household: DemoHousehold;
  readonly budget: EnergyBudget;
  checkpoint: { readonly index: number; readonly storedCenti: number };
}

/**
 * The meters of a demo community, to be read again and again. What they say depends on the community, the seed, the
 * anchor and the interval alone, never on what was read before; reading onward in time is merely faster, because the
 * batteries' state at the end of the last range is remembered.
 */
export class SimulatedMeters {
  readonly #community: DemoCommunity;
  readonly #seed: number;
  readonly #anchorIndex: number;
  readonly #meters: readonly Meter[];

  /**
   * The year that begins with the anchor's local day meets the annual figures of the households; batteries are empty
   * at the anchor.
   * @param anchorIndex the first interval of the simulation, in quarter-hours since 1970-01-01T00:00Z
   * @throws RangeError naming an argument that is no whole number or out of its range
   */
  constructor(community: DemoCommunity, seed: number, anchorIndex: number) {
    assertSeed(seed);
    assertIndex(anchorIndex, 0, 'anchorIndex');
    this.#community = community;
    this.#seed = seed;
    this.#anchorIndex = anchorIndex;
    const year = simulatedDays(anchorIndex, anchorIndex + INTERVALS_OF_YEAR, community.timeZone).slice(0, 365);
    this.#meters = community.households.map((household, number) => ({
      household,
      budget: new EnergyBudget(household, number, seed, year),
      checkpoint: { index: anchorIndex, storedCenti: 0 },
    }));
  }

  /**
   * The readings of `count` intervals from `fromIndex` on.
   * @throws RangeError naming an argument that is no whole number, or a range that begins before the anchor
   */
  read(fromIndex: number, count: number): SimulatedReadings {
    const households = this.flows(fromIndex, count).map((flows, number) => ({
      nodeCode: this.#community.households[number]?.nodeCode ?? '',
      importWh: flows.importWh,
      exportWh: flows.exportWh,
      productionWh: flows.producedWh,
    }));
    return { fromIndex, count, households };
  }

  /** What lies behind the meters in the same intervals: use, production and battery of each household. */
  flows(fromIndex: number, count: number): HouseholdFlows[] {
    assertIndex(fromIndex, this.#anchorIndex, 'fromIndex');
    assertIndex(count, 0, 'count');
    assertIndex(fromIndex + count, fromIndex, 'fromIndex + count');
    const to = fromIndex + count;
    const starts = this.#meters.map((meter) => this.#startOf(meter, fromIndex));
    const earliest = Math.min(fromIndex, ...starts);
    const days = simulatedDays(earliest, to, this.#community.timeZone);
    const sky = skyOver(this.#community.site, this.#seed, earliest, to);
    return this.#meters.map((meter, number) => {
      const start = starts[number] ?? fromIndex;
      const flows = this.#flowsOf(meter, number, days, sky, start, to);
      return start === fromIndex ? flows : sliceFlows(flows, fromIndex - start, to - start);
    });
  }

  /** Where the simulation of a household has to begin for a range: a battery has a past. */
  #startOf({ household, checkpoint }: Meter, fromIndex: number): number {
    if (household.battery === undefined) return fromIndex;
    return checkpoint.index <= fromIndex ? checkpoint.index : this.#anchorIndex;
  }

  #flowsOf(
    meter: Meter,
    number: number,
    days: readonly SimulatedDay[],
    sky: Sky,
    start: number,
    to: number,
  ): HouseholdFlows {
    const { household, budget, checkpoint } = meter;
    const usedWh = loadSeries(budget, days, start, to, this.#community.timeZone);
    const producedWh = productionSeries(household, number, this.#seed, sky, start, to);
    if (household.battery === undefined) return householdFlows(usedWh, producedWh, null);
    const battery = new Battery(household.battery, start === checkpoint.index ? checkpoint.storedCenti : 0);
    const flows = householdFlows(usedWh, producedWh, battery);
    meter.checkpoint = { index: to, storedCenti: battery.storedCenti };
    return flows;
  }
}

function assertIndex(value: number, lowest: number, name: string): void {
  if (!Number.isInteger(value) || value < lowest || value > LAST_INDEX) {
    throw new RangeError(`${name} must be a whole number from ${lowest} to ${LAST_INDEX}, not ${String(value)}`);
  }
}
