import type { Wh } from '@ceex/units';
import { decimal } from './number-format';
import type { Quantity } from './quantity';

export type EnergyUnit = 'kWh' | 'MWh';

const WH_PER: Readonly<Record<EnergyUnit, number>> = { kWh: 1_000, MWh: 1_000_000 };
const MEGA_FROM_WH = 10_000_000;

/** The unit in which an amount of energy is read most easily: MWh from 10 000 kWh up. */
export function energyUnit(largestWh: Wh): EnergyUnit {
  return Math.abs(largestWh) >= MEGA_FROM_WH ? 'MWh' : 'kWh';
}

/** As many decimals as help: 0.004, 0.42 and 4.20, 42.0, 420. */
function digitsFor(size: number): number {
  if (size > 0 && size < 0.01) return 3;
  if (size < 10) return 2;
  return size < 100 ? 1 : 0;
}

/** Energy for the eye: `0.42 kWh`, `21.3 kWh`, `1'234 kWh`, `12.3 MWh`. */
export function formatEnergy(energyWh: Wh, locale: string): Quantity {
  const unit = energyUnit(energyWh);
  const size = energyWh / WH_PER[unit];
  return { value: decimal(size, digitsFor(Math.abs(size)), locale), unit };
}

/** Energy in a given unit and with as many decimals as its largest neighbour needs: for columns and axes. */
export function formatEnergyAs(energyWh: Wh, unit: EnergyUnit, largestWh: Wh, locale: string): string {
  return decimal(energyWh / WH_PER[unit], digitsFor(Math.abs(largestWh) / WH_PER[unit]), locale);
}
