import { CAREFUL_SELLER, CHEAP_SELLER, GENEROUS, MODERATE, PROUD_SELLER, THRIFTY, type RoleCount } from './demo-role';

/** Households with PV, some with a battery, beside the pinned ones. */
export const PRODUCER_ROLES: readonly RoleCount[] = [
  [
    2,
    {
      profile: 'family',
      annualKwh: [4_300, 5_600],
      carKwh: [1_400, 1_900],
      peakPowerKw: [8, 12],
      batteryKwh: [8, 12],
      strategy: 'never-lose',
      lowestSell: CAREFUL_SELLER,
      highestPay: MODERATE,
    },
  ],
  [
    1,
    {
      profile: 'retired',
      annualKwh: [2_600, 3_400],
      peakPowerKw: [5, 7],
      batteryKwh: [5, 7],
      strategy: 'flexibility',
      lowestSell: CHEAP_SELLER,
      highestPay: MODERATE,
    },
  ],
  [
    1,
    {
      profile: 'couple',
      annualKwh: [4_800, 6_000],
      heatPumpKwh: [2_000, 2_500],
      peakPowerKw: [8, 11],
      batteryKwh: [9, 13],
      strategy: 'never-lose',
      lowestSell: PROUD_SELLER,
      highestPay: THRIFTY,
    },
  ],
  [
    2,
    {
      profile: 'family',
      annualKwh: [4_800, 6_000],
      heatPumpKwh: [1_900, 2_500],
      peakPowerKw: [9, 13],
      strategy: 'never-lose',
      lowestSell: CHEAP_SELLER,
      highestPay: GENEROUS,
    },
  ],
  [
    2,
    {
      profile: 'family',
      annualKwh: [3_600, 4_800],
      peakPowerKw: [6, 10],
      bothPitches: true,
      strategy: 'never-lose',
      lowestSell: CAREFUL_SELLER,
      highestPay: MODERATE,
    },
  ],
  [1, { profile: 'retired', annualKwh: [2_600, 3_600], peakPowerKw: [5, 9], strategy: 'market-benefit' }],
  [
    1,
    {
      profile: 'retired',
      annualKwh: [2_600, 3_600],
      peakPowerKw: [5, 9],
      strategy: 'never-lose',
      lowestSell: CAREFUL_SELLER,
      highestPay: GENEROUS,
    },
  ],
  [
    1,
    {
      profile: 'couple',
      annualKwh: [2_400, 3_200],
      peakPowerKw: [5, 8],
      strategy: 'never-lose',
      lowestSell: PROUD_SELLER,
      highestPay: MODERATE,
    },
  ],
  [
    1,
    {
      profile: 'home-office',
      annualKwh: [3_000, 3_900],
      peakPowerKw: [6, 10],
      strategy: 'never-lose',
      lowestSell: CAREFUL_SELLER,
      highestPay: GENEROUS,
    },
  ],
];
