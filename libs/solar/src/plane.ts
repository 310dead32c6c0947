import { cosDeg, sinDeg } from './angles';
import type { SkyIrradiance } from './sky';
import type { SunPosition } from './sun-position';

/** How a roof or a module lies. */
export interface Plane {
  /** Degrees from level: 0 flat, 90 a wall. */
  readonly tiltDeg: number;
  /** The direction it faces, degrees clockwise from north: 0 north, 90 east, 180 south, 270 west. */
  readonly azimuthDeg: number;
}

/** Share of light that ordinary ground (grass, gravel, roofs) throws back. */
const GROUND_REFLECTANCE = 0.2;

/** Cosine of the angle between the sun's beam and the plane's normal; negative when the sun is behind the plane. */
export function cosIncidence(sun: SunPosition, plane: Plane): number {
  return (
    sinDeg(sun.elevationDeg) * cosDeg(plane.tiltDeg) +
    cosDeg(sun.elevationDeg) * sinDeg(plane.tiltDeg) * cosDeg(sun.azimuthDeg - plane.azimuthDeg)
  );
}

/**
 * Irradiance on a plane in W/m²: beam, the sky's diffuse light by J. Hay and J. Davies ("Calculation of the solar
 * radiation incident on an inclined surface", 1980: the part near the sun comes with the beam, the rest from
 * everywhere), and light thrown back by the ground. 0 when the sun is down.
 */
export function planeIrradiance(sky: SkyIrradiance, sun: SunPosition, plane: Plane): number {
  const sinElevation = sinDeg(sun.elevationDeg);
  if (!(sinElevation > 0) || sky.globalHorizontal === 0) return 0;
  const cosTilt = cosDeg(plane.tiltDeg);
  const facing = Math.max(0, cosIncidence(sun, plane));
  const nearSun = sky.directNormal / sky.extraterrestrialNormal;
  // Within a few degrees of the horizon the ratio runs away; 5° is where models of this kind stop it.
  const beamRatio = facing / Math.max(sinElevation, 0.087);
  const diffuse = sky.diffuseHorizontal * (nearSun * beamRatio + ((1 - nearSun) * (1 + cosTilt)) / 2);
  const reflected = (sky.globalHorizontal * GROUND_REFLECTANCE * (1 - cosTilt)) / 2;
  return sky.directNormal * facing + diffuse + reflected;
}
