/** A feeder of the demo grid: a street with its houses on both sides. */
export interface DemoStreet {
  readonly name: string;
  /** The way the cable leaves the transformer, degrees clockwise from north. */
  readonly bearingDeg: number;
  readonly toCabinetM: number;
  readonly feederRatingA: number;
  /** Labels of the houses, from the cabinet outward, two to a junction. */
  readonly houses: readonly string[];
}

function numbered(street: string, numbers: readonly (number | string)[]): string[] {
  return numbers.map((number) => `${street} ${number}`);
}

/** The house whose profile and roof are those of a school. */
export const SCHOOL_LABEL = 'Schulhaus';

/** A village quarter that does not exist, with names found in many. */
export const DEMO_STREETS: readonly DemoStreet[] = [
  {
    name: 'Lindenweg',
    bearingDeg: 20,
    toCabinetM: 85,
    feederRatingA: 250,
    houses: numbered('Lindenweg', [1, 2, 3, 4, 5, 6, 8, 10, '10a']),
  },
  {
    name: 'Obere Matte',
    bearingDeg: 95,
    toCabinetM: 120,
    feederRatingA: 200,
    houses: numbered('Obere Matte', [3, 4, 5, 8, 9, 12, 14, 15]),
  },
  {
    name: 'Bachstrasse',
    bearingDeg: 160,
    toCabinetM: 70,
    feederRatingA: 250,
    houses: numbered('Bachstrasse', [11, 12, 13, 14, 16, 17, 18, 21]),
  },
  {
    name: 'Rebhalde',
    bearingDeg: 235,
    toCabinetM: 140,
    feederRatingA: 200,
    houses: numbered('Rebhalde', [2, 4, 5, 6, 7, 9, 11, '11b']),
  },
  {
    name: 'Schulgasse',
    bearingDeg: 305,
    toCabinetM: 55,
    feederRatingA: 250,
    houses: [SCHOOL_LABEL, ...numbered('Schulgasse', [2, 3, 6, 7, 10, 12])],
  },
];
