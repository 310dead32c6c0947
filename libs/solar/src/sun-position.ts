import { cosDeg, sinDeg, toDegrees, wrapDegrees } from './angles';
import type { Site } from './site';

/** Where the sun stands in the sky of a site. */
export interface SunPosition {
  /** Degrees above the horizon, negative at night. Geometric: without refraction, which adds 0.5° at the horizon. */
  readonly elevationDeg: number;
  /** Degrees clockwise from north: 90 east, 180 south, 270 west. In [0, 360). */
  readonly azimuthDeg: number;
  /** Distance of the earth from the sun in astronomical units, 0.983 in January to 1.017 in July. */
  readonly distanceAu: number;
}

/** The sun seen from the earth's centre: what of its position no site changes. */
export interface SunCoordinates {
  readonly declinationDeg: number;
  /** True minus mean solar time, in minutes. */
  readonly equationOfTimeMin: number;
  readonly distanceAu: number;
}

/**
 * Declination, equation of time and distance of the sun by the formulas of the NOAA Solar Calculator
 * (gml.noaa.gov/grad/solcalc), the low-precision theory of J. Meeus, "Astronomical Algorithms", 2nd ed., ch. 25 and 28.
 * Good to 0.01° between 1900 and 2100. Dynamical time is taken as UTC: 70 s move the sun by less than 0.001°.
 */
export function sunCoordinates(epochMs: number): SunCoordinates {
  const t = (epochMs / 86_400_000 + 2_440_587.5 - 2_451_545) / 36_525; // Julian centuries since J2000.0
  const meanLongitudeDeg = wrapDegrees(280.46646 + t * (36_000.76983 + t * 0.0003032));
  const meanAnomalyDeg = wrapDegrees(357.52911 + t * (35_999.05029 - t * 0.0001537));
  const eccentricity = 0.016708634 - t * (0.000042037 + t * 0.0000001267);
  const centreDeg =
    sinDeg(meanAnomalyDeg) * (1.914602 - t * (0.004817 + t * 0.000014)) +
    sinDeg(2 * meanAnomalyDeg) * (0.019993 - t * 0.000101) +
    sinDeg(3 * meanAnomalyDeg) * 0.000289;
  const nodeDeg = 125.04 - 1934.136 * t;
  const apparentLongitudeDeg = meanLongitudeDeg + centreDeg - 0.00569 - 0.00478 * sinDeg(nodeDeg);
  const meanObliquityDeg = 23 + (26 + (21.448 - t * (46.815 + t * (0.00059 - t * 0.001813))) / 60) / 60;
  const obliquityDeg = meanObliquityDeg + 0.00256 * cosDeg(nodeDeg);

  const y = Math.tan((obliquityDeg * Math.PI) / 360) ** 2;
  const equationOfTimeRad =
    y * sinDeg(2 * meanLongitudeDeg) -
    2 * eccentricity * sinDeg(meanAnomalyDeg) +
    4 * eccentricity * y * sinDeg(meanAnomalyDeg) * cosDeg(2 * meanLongitudeDeg) -
    0.5 * y * y * sinDeg(4 * meanLongitudeDeg) -
    1.25 * eccentricity * eccentricity * sinDeg(2 * meanAnomalyDeg);

  return {
    declinationDeg: toDegrees(Math.asin(sinDeg(obliquityDeg) * sinDeg(apparentLongitudeDeg))),
    equationOfTimeMin: 4 * toDegrees(equationOfTimeRad),
    distanceAu:
      (1.000001018 * (1 - eccentricity * eccentricity)) / (1 + eccentricity * cosDeg(meanAnomalyDeg + centreDeg)),
  };
}

/**
 * The sun over a site at an instant (milliseconds since 1970-01-01T00:00Z), good to 0.02° between 1900 and 2100.
 * Source: see `sunCoordinates`. Numbers that are not finite give NaN.
 */
export function sunPosition(site: Site, epochMs: number): SunPosition {
  const { declinationDeg, equationOfTimeMin, distanceAu } = sunCoordinates(epochMs);
  const minuteOfDayUtc = (epochMs / 60_000) % 1440;
  const hourAngleDeg = (minuteOfDayUtc + equationOfTimeMin) / 4 + site.longitudeDeg - 180;
  const sinLatitude = sinDeg(site.latitudeDeg);
  const cosLatitude = cosDeg(site.latitudeDeg);
  const sinDeclination = sinDeg(declinationDeg);
  const cosDeclination = cosDeg(declinationDeg);
  const cosHourAngle = cosDeg(hourAngleDeg);
  const sinElevation = sinLatitude * sinDeclination + cosLatitude * cosDeclination * cosHourAngle;
  const east = -cosDeclination * sinDeg(hourAngleDeg);
  const north = cosLatitude * sinDeclination - sinLatitude * cosDeclination * cosHourAngle;
  return {
    elevationDeg: toDegrees(Math.asin(Math.max(-1, Math.min(1, sinElevation)))),
    azimuthDeg: wrapDegrees(toDegrees(Math.atan2(east, north))),
    distanceAu,
  };
}
