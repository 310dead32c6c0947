import { sinDeg } from './angles';
import type { SunPosition } from './sun-position';

/** Irradiance of the sky, in W/m². */
export interface SkyIrradiance {
  /** All light on a level plane. */
  readonly globalHorizontal: number;
  /** The sky's light without the sun's disc, on a level plane. */
  readonly diffuseHorizontal: number;
  /** The sun's beam on a plane that faces it. */
  readonly directNormal: number;
  /** The same above the atmosphere. */
  readonly extraterrestrialNormal: number;
}

/** Total solar irradiance at one astronomical unit, W/m² (G. Kopp, J. Lean, Geophys. Res. Lett. 38, 2011). */
const SOLAR_CONSTANT = 1361;

const DARK: SkyIrradiance = { globalHorizontal: 0, diffuseHorizontal: 0, directNormal: 0, extraterrestrialNormal: 0 };

/**
 * Global irradiance on a level plane under a cloudless sky, W/m²; 0 when the sun is down. B. Haurwitz, "Insolation in
 * relation to cloudiness and cloud density", J. Meteorology 2, 1945, in the form of M. Reno et al., SAND2012-2389: the
 * best of the models that need nothing but the sun's height.
 */
export function clearSkyGlobal(sun: SunPosition): number {
  const sinElevation = sinDeg(sun.elevationDeg);
  return sinElevation > 0 ? 1098 * sinElevation * Math.exp(-0.059 / sinElevation) : 0;
}

/**
 * Share of diffuse light by the clearness index (global over extraterrestrial, both level): D. Erbs, S. Klein,
 * J. Duffie, "Estimation of the diffuse radiation fraction", Solar Energy 28, 1982.
 */
export function diffuseFraction(kt: number): number {
  if (kt <= 0.22) return 1 - 0.09 * kt;
  if (kt > 0.8) return 0.165;
  return 0.9511 + kt * (-0.1604 + kt * (4.388 + kt * (-16.638 + kt * 12.336)));
}

/**
 * The sky's irradiance at a sun position under clouds.
 * @param clearness global irradiance over that of a cloudless sky: 1 clear, 0.2 overcast, at most 1.2 for a moment
 *   beside bright clouds. Below 0 counts as 0.
 */
export function skyIrradiance(sun: SunPosition, clearness: number): SkyIrradiance {
  const sinElevation = sinDeg(sun.elevationDeg);
  if (!(sinElevation > 0)) return DARK;
  const extraterrestrialNormal = SOLAR_CONSTANT / (sun.distanceAu * sun.distanceAu);
  const globalHorizontal = clearSkyGlobal(sun) * Math.max(0, clearness);
  const diffuseHorizontal =
    globalHorizontal * diffuseFraction(globalHorizontal / (extraterrestrialNormal * sinElevation));
  return {
    globalHorizontal,
    diffuseHorizontal,
    directNormal: (globalHorizontal - diffuseHorizontal) / sinElevation,
    extraterrestrialNormal,
  };
}
