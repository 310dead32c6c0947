import { Dice } from './chance';
import type { DemoSystem } from './community';

/** Roofs as they stand in a village: tilt, and the direction they face. */
const ROOFS: readonly (readonly [tiltDeg: number, azimuthDeg: number])[] = [
  [30, 180],
  [35, 155],
  [25, 205],
  [40, 135],
  [38, 225],
  [20, 95],
  [22, 265],
  [12, 180],
];

/** The PV systems of a house: one on its better pitch, or one on each of two pitches. */
export function demoSystems(peakPowerW: number, bothPitches: boolean, roof: number, dice: Dice): DemoSystem[] {
  const commissionedOn = () => {
    const year = 2014 + Math.floor(dice.next() * 11);
    const month = 3 + Math.floor(dice.next() * 9);
    const day = 1 + Math.floor(dice.next() * 28);
    return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  };
  const turn = Math.round(dice.between(-9, 9));
  const [tiltDeg, azimuthDeg] = ROOFS[roof % ROOFS.length] ?? [30, 180];
  if (!bothPitches) {
    const lean = Math.round(dice.between(-4, 4));
    return [
      {
        name: 'Dach',
        peakPowerW,
        tiltDeg: tiltDeg + lean,
        azimuthDeg: azimuthDeg + turn,
        commissionedOn: commissionedOn(),
      },
    ];
  }
  const pitchDeg = Math.round(dice.between(18, 34));
  const east = 90 + turn + Math.round(dice.between(0, 30));
  const eastPowerW = Math.round((peakPowerW * dice.between(0.42, 0.58)) / 100) * 100;
  const day = commissionedOn();
  return [
    { name: 'Dach Ost', peakPowerW: eastPowerW, tiltDeg: pitchDeg, azimuthDeg: east, commissionedOn: day },
    {
      name: 'Dach West',
      peakPowerW: peakPowerW - eastPowerW,
      tiltDeg: pitchDeg,
      azimuthDeg: east + 180,
      commissionedOn: day,
    },
  ];
}
