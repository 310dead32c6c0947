import * as fc from 'fast-check';

import { Battery } from './battery';
import { householdFlows } from './household-flows';

const series = fc.array(fc.tuple(fc.nat(3_000), fc.nat(4_000)), { minLength: 1, maxLength: 300 });
const plate = fc.record({
  capacityWh: fc.integer({ min: 1, max: 15_000 }),
  powerW: fc.integer({ min: 1, max: 12_000 }),
});

function run(pairs: [number, number][], battery: Battery | null) {
  const usedWh = Int32Array.from(pairs, ([used]) => used);
  const producedWh = Int32Array.from(pairs, ([, produced]) => produced);
  return householdFlows(usedWh, producedWh, battery);
}

describe('householdFlows', () => {
  it('balances to the Wh in every interval, and never imports and exports at once', () => {
    fc.assert(
      fc.property(series, fc.option(plate), (pairs, battery) => {
        const flows = run(pairs, battery && new Battery(battery));
        for (const [i, [used, produced]] of pairs.entries()) {
          const [imported = NaN, exported = NaN] = [flows.importWh[i], flows.exportWh[i]];
          const [charged = NaN, discharged = NaN] = [flows.chargedWh[i], flows.dischargedWh[i]];
          expect(imported - exported).toBe(used - produced + charged - discharged);
          expect(Math.min(imported, exported, charged, discharged)).toBe(0);
          expect(imported * exported + charged * discharged + imported * charged + exported * discharged).toBe(0);
        }
      }),
    );
  });

  it('keeps a battery within its plate, charges it from surplus alone and gives back 92 % at most', () => {
    fc.assert(
      fc.property(series, plate, (pairs, { capacityWh, powerW }) => {
        const flows = run(pairs, new Battery({ capacityWh, powerW }));
        let inWh = 0;
        let outWh = 0;
        for (const [i, [used, produced]] of pairs.entries()) {
          inWh += flows.chargedWh[i] ?? 0;
          outWh += flows.dischargedWh[i] ?? 0;
          expect(flows.chargedWh[i]).toBeLessThanOrEqual(Math.max(0, produced - used));
          expect(Math.max(flows.chargedWh[i] ?? 0, flows.dischargedWh[i] ?? 0)).toBeLessThanOrEqual(powerW / 4);
          expect(100 * outWh).toBeLessThanOrEqual(92 * inWh);
          expect(92 * inWh - 100 * outWh).toBeLessThanOrEqual(100 * capacityWh);
        }
      }),
    );
  });

  it('fills and empties a battery as far as it goes', () => {
    const flows = run(
      [
        [0, 500],
        [0, 900],
        [200, 0],
        [900, 0],
      ],
      new Battery({ capacityWh: 920, powerW: 3_200 }),
    );
    expect([...flows.chargedWh]).toEqual([500, 500, 0, 0]);
    expect([...flows.exportWh]).toEqual([0, 400, 0, 0]);
    expect([...flows.dischargedWh]).toEqual([0, 0, 200, 720]);
    expect([...flows.importWh]).toEqual([0, 0, 0, 180]);
  });
});
