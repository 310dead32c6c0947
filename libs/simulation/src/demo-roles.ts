import { CONSUMER_ROLES } from './consumer-roles';
import { CAREFUL_SELLER, CHEAP_SELLER, GENEROUS, MODERATE, type DemoRole } from './demo-role';
import { PRODUCER_ROLES } from './producer-roles';

/** The four households that are there whatever the seed. */
const PINNED: readonly DemoRole[] = [
  {
    pinned: 'prosumer',
    profile: 'family',
    annualKwh: [4_200, 4_800],
    peakPowerKw: [12, 13.5],
    bothPitches: true,
    batteryKwh: [5, 6],
    strategy: 'never-lose',
    lowestSell: [64_000, 70_000],
    highestPay: [144_000, 154_000],
  },
  {
    pinned: 'consumer',
    profile: 'couple',
    annualKwh: [2_900, 3_500],
    strategy: 'never-lose',
    highestPay: [142_000, 152_000],
  },
  {
    pinned: 'flexible',
    profile: 'home-office',
    annualKwh: [4_600, 5_200],
    heatPumpKwh: [1_700, 2_000],
    peakPowerKw: [9, 11],
    batteryKwh: [9, 11],
    strategy: 'flexibility',
    lowestSell: CHEAP_SELLER,
    highestPay: GENEROUS,
  },
  {
    pinned: 'school',
    profile: 'school',
    annualKwh: [5_400, 6_000],
    peakPowerKw: [13, 14],
    strategy: 'never-lose',
    lowestSell: CAREFUL_SELLER,
    highestPay: MODERATE,
  },
];

/** All forty: the pinned ones first, then the others, to be shuffled. */
export const DEMO_ROLES: readonly DemoRole[] = [
  ...PINNED,
  ...[...PRODUCER_ROLES, ...CONSUMER_ROLES].flatMap(([count, role]) => Array<DemoRole>(count).fill(role)),
];
