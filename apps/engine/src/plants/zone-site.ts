import type { Site } from '@ceex/solar';

/**
 * The principal cities of European time zones, in degrees north and east: from `zone.tab` of the time zone database
 * (public domain), rounded.
 */
const CITIES: readonly (readonly [timeZone: string, latitudeDeg: number, longitudeDeg: number])[] = [
  ['Europe/Amsterdam', 52.4, 4.9],
  ['Europe/Andorra', 42.5, 1.5],
  ['Europe/Astrakhan', 46.4, 48.0],
  ['Europe/Athens', 38.0, 23.7],
  ['Europe/Belgrade', 44.8, 20.5],
  ['Europe/Berlin', 52.5, 13.4],
  ['Europe/Bratislava', 48.1, 17.1],
  ['Europe/Brussels', 50.8, 4.3],
  ['Europe/Bucharest', 44.4, 26.1],
  ['Europe/Budapest', 47.5, 19.1],
  ['Europe/Busingen', 47.7, 8.7],
  ['Europe/Chisinau', 47.0, 28.8],
  ['Europe/Copenhagen', 55.7, 12.6],
  ['Europe/Dublin', 53.3, -6.2],
  ['Europe/Gibraltar', 36.1, -5.3],
  ['Europe/Guernsey', 49.5, -2.5],
  ['Europe/Helsinki', 60.2, 25.0],
  ['Europe/Isle_of_Man', 54.1, -4.5],
  ['Europe/Istanbul', 41.0, 29.0],
  ['Europe/Jersey', 49.2, -2.1],
  ['Europe/Kaliningrad', 54.7, 20.5],
  ['Europe/Kirov', 58.6, 49.6],
  ['Europe/Kyiv', 50.4, 30.5],
  ['Europe/Lisbon', 38.7, -9.1],
  ['Europe/Ljubljana', 46.0, 14.5],
  ['Europe/London', 51.5, -0.1],
  ['Europe/Luxembourg', 49.6, 6.2],
  ['Europe/Madrid', 40.4, -3.7],
  ['Europe/Malta', 35.9, 14.5],
  ['Europe/Mariehamn', 60.1, 19.9],
  ['Europe/Minsk', 53.9, 27.6],
  ['Europe/Monaco', 43.7, 7.4],
  ['Europe/Moscow', 55.8, 37.6],
  ['Europe/Oslo', 59.9, 10.8],
  ['Europe/Paris', 48.9, 2.3],
  ['Europe/Podgorica', 42.4, 19.3],
  ['Europe/Prague', 50.1, 14.4],
  ['Europe/Riga', 57.0, 24.1],
  ['Europe/Rome', 41.9, 12.5],
  ['Europe/Samara', 53.2, 50.1],
  ['Europe/San_Marino', 43.9, 12.5],
  ['Europe/Sarajevo', 43.9, 18.4],
  ['Europe/Saratov', 51.6, 46.0],
  ['Europe/Simferopol', 45.0, 34.1],
  ['Europe/Skopje', 42.0, 21.4],
  ['Europe/Sofia', 42.7, 23.3],
  ['Europe/Stockholm', 59.3, 18.1],
  ['Europe/Tallinn', 59.4, 24.8],
  ['Europe/Tirane', 41.3, 19.8],
  ['Europe/Ulyanovsk', 54.3, 48.4],
  ['Europe/Vaduz', 47.1, 9.5],
  ['Europe/Vatican', 41.9, 12.4],
  ['Europe/Vienna', 48.2, 16.3],
  ['Europe/Vilnius', 54.7, 25.3],
  ['Europe/Volgograd', 48.7, 44.4],
  ['Europe/Warsaw', 52.2, 21.0],
  ['Europe/Zagreb', 45.8, 16.0],
  ['Europe/Zurich', 47.4, 8.5],
];

/**
 * About where a community lies, by its time zone: good enough for the sun over a small country. Null for zones that are
 * not in the table: then nothing is expected of the sun rather than something wrong.
 */
export function siteOfTimeZone(timeZone: string): Site | null {
  const city = CITIES.find(([name]) => name === timeZone);
  return city === undefined ? null : { latitudeDeg: city[1], longitudeDeg: city[2] };
}
