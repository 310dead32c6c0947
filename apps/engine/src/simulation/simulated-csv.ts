import type { SimulatedMeters } from '@ceex/simulation';
import { formatInstant, intervalStart } from '@ceex/units';

/** A chunk is some hundred kilobytes of text. */
const INTERVALS_AT_ONCE = 96;
/** Simulated at once: nobody waits long, and batteries are worked out onward. */
const INTERVALS_OF_SIMULATION = 28 * 96;

/** What simulated meters count in [fromIndex, toIndex), as the CSV that a meter operator would deliver. */
export async function* simulatedCsv(
  meters: SimulatedMeters,
  fromIndex: number,
  toIndex: number,
): AsyncGenerator<string> {
  yield 'node,start,importKwh,exportKwh,productionKwh\n';
  for (let first = fromIndex; first < toIndex; first += INTERVALS_OF_SIMULATION) {
    const { households, count } = meters.read(first, Math.min(INTERVALS_OF_SIMULATION, toIndex - first));
    for (let from = 0; from < count; from += INTERVALS_AT_ONCE) {
      let text = '';
      for (let at = from; at < Math.min(from + INTERVALS_AT_ONCE, count); at++) {
        const start = formatInstant(intervalStart(first + at));
        for (const { nodeCode, importWh, exportWh, productionWh } of households) {
          text += `${nodeCode},${start},${kwh(importWh[at])},${kwh(exportWh[at])},${kwh(productionWh[at])}\n`;
        }
      }
      yield text;
    }
  }
}

/** Whole Wh as decimal kWh, exactly. */
function kwh(energyWh = 0): string {
  const thousandths = energyWh % 1000;
  return `${(energyWh - thousandths) / 1000}.${String(thousandths).padStart(3, '0')}`;
}
