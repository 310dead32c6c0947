import type { Battery } from './battery';

/** Every flow of a household in each interval, in whole Wh; import − export = used − produced + charged − discharged. */
export interface HouseholdFlows {
  readonly usedWh: Int32Array;
  readonly producedWh: Int32Array;
  readonly chargedWh: Int32Array;
  readonly dischargedWh: Int32Array;
  readonly importWh: Int32Array;
  readonly exportWh: Int32Array;
}

/** Nets a house behind its meter: own use first, then the battery, and only the rest crosses the meter. Moves the battery on. */
export function householdFlows(usedWh: Int32Array, producedWh: Int32Array, battery: Battery | null): HouseholdFlows {
  const count = usedWh.length;
  const chargedWh = new Int32Array(count);
  const dischargedWh = new Int32Array(count);
  const importWh = new Int32Array(count);
  const exportWh = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const netWh = (usedWh[i] ?? 0) - (producedWh[i] ?? 0);
    if (netWh > 0) {
      const given = battery?.discharge(netWh) ?? 0;
      dischargedWh[i] = given;
      importWh[i] = netWh - given;
    } else {
      const taken = battery?.charge(-netWh) ?? 0;
      chargedWh[i] = taken;
      exportWh[i] = -netWh - taken;
    }
  }
  return { usedWh, producedWh, chargedWh, dischargedWh, importWh, exportWh };
}

/** The flows of a part of the intervals, counted from the first. */
export function sliceFlows(flows: HouseholdFlows, start: number, end: number): HouseholdFlows {
  return {
    usedWh: flows.usedWh.slice(start, end),
    producedWh: flows.producedWh.slice(start, end),
    chargedWh: flows.chargedWh.slice(start, end),
    dischargedWh: flows.dischargedWh.slice(start, end),
    importWh: flows.importWh.slice(start, end),
    exportWh: flows.exportWh.slice(start, end),
  };
}
