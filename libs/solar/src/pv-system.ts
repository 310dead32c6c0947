import { INTERVAL_MS } from '@ceex/units';

import { planeIrradiance, type Plane } from './plane';
import { assertSite, assertWithin, type Site } from './site';
import { skyIrradiance } from './sky';
import { sunPosition } from './sun-position';

/** A photovoltaic system: modules of one plane and their inverter. */
export interface PvSystem extends Plane {
  /** Output under standard test conditions (1000 W/m², cells at 25 °C), in watts. */
  readonly peakPowerW: number;
}

/** Change of output per kelvin of cell temperature: crystalline silicon, −0.35 %/K. */
const TEMPERATURE_COEFFICIENT = -0.0035;

/** Warming of the cells over the air per W/m²: (NOCT − 20 °C) / 800 W/m² for a nominal cell temperature of 45 °C. */
const CELL_WARMING = (45 - 20) / 800;

/**
 * What reaches the meter of what the modules would give: soiling, shade, mismatch, wiring, age and the inverter.
 * PVWatts takes 14 % and an inverter of 96 %; systems on Swiss roofs, little shaded, do somewhat better.
 */
const SYSTEM_EFFICIENCY = 0.86;

/**
 * Output of a system in watts at an irradiance on its plane (W/m²) and an air temperature (°C). The model of PVWatts
 * (A. Dobos, "PVWatts Version 5 Manual", NREL/TP-6A20-62641, 2014) with the cell temperature by R. Ross (1980). Never
 * negative, and never above peak power, where the inverter stops it.
 */
export function pvPowerW(peakPowerW: number, irradiance: number, temperatureC: number): number {
  if (!(irradiance > 0)) return 0;
  const cellC = temperatureC + CELL_WARMING * irradiance;
  const powerW = peakPowerW * (irradiance / 1000) * (1 + TEMPERATURE_COEFFICIENT * (cellC - 25)) * SYSTEM_EFFICIENCY;
  return Math.min(peakPowerW, Math.max(0, powerW));
}

/**
 * Energy a system makes in one interval, in whole Wh (rounded, so the mean over many intervals is true): the power
 * with the sun as it stands in the interval's middle, for a quarter of an hour. An estimate, not a settled figure.
 * @param intervalIndex quarter-hours since 1970-01-01T00:00Z
 * @param clearness see `skyIrradiance`; 1 gives the yield of a cloudless day
 * @param temperatureC air temperature
 * @throws RangeError naming the field that is no number or outside its range
 */
export function pvEnergyWh(
  system: PvSystem,
  site: Site,
  intervalIndex: number,
  clearness: number,
  temperatureC: number,
): number {
  assertPvSystem(system);
  assertSite(site);
  assertWithin(intervalIndex, -1e10, 1e10, 'intervalIndex');
  assertWithin(clearness, 0, 2, 'clearness');
  assertWithin(temperatureC, -90, 90, 'temperatureC');
  const sun = sunPosition(site, (intervalIndex + 0.5) * INTERVAL_MS);
  const irradiance = planeIrradiance(skyIrradiance(sun, clearness), sun, system);
  return Math.round(pvPowerW(system.peakPowerW, irradiance, temperatureC) / 4);
}

/**
 * Checks a system that comes from outside.
 * @throws RangeError naming the field that is no number or outside its range.
 */
export function assertPvSystem(system: PvSystem): void {
  assertWithin(system.peakPowerW, 0, 1e9, 'peakPowerW');
  assertWithin(system.tiltDeg, 0, 90, 'tiltDeg');
  assertWithin(system.azimuthDeg, 0, 360, 'azimuthDeg');
}
