import { GENEROUS, MODERATE, THRIFTY, type RoleCount } from './demo-role';

/** Households without a plant of their own, beside the pinned one. */
export const CONSUMER_ROLES: readonly RoleCount[] = [
  [3, { profile: 'family', annualKwh: [3_600, 4_800], strategy: 'never-lose', highestPay: GENEROUS }],
  [
    2,
    {
      profile: 'family',
      annualKwh: [4_600, 6_000],
      boilerKwh: [800, 1_200],
      strategy: 'never-lose',
      highestPay: MODERATE,
    },
  ],
  [2, { profile: 'family', annualKwh: [4_600, 5_800], heatPumpKwh: [1_700, 2_300], strategy: 'market-benefit' }],
  [
    1,
    {
      profile: 'couple',
      annualKwh: [4_400, 5_400],
      carKwh: [1_500, 2_000],
      strategy: 'flexibility',
      highestPay: GENEROUS,
    },
  ],
  [3, { profile: 'couple', annualKwh: [2_300, 3_400], strategy: 'never-lose', highestPay: MODERATE }],
  [
    2,
    {
      profile: 'couple',
      annualKwh: [2_900, 3_800],
      boilerKwh: [700, 1_000],
      strategy: 'never-lose',
      highestPay: THRIFTY,
    },
  ],
  [3, { profile: 'retired', annualKwh: [2_000, 3_000], strategy: 'never-lose', highestPay: GENEROUS }],
  [1, { profile: 'retired', annualKwh: [2_800, 3_600], strategy: 'market-benefit' }],
  [
    1,
    {
      profile: 'retired',
      annualKwh: [2_800, 3_600],
      boilerKwh: [800, 1_200],
      strategy: 'never-lose',
      highestPay: MODERATE,
    },
  ],
  [2, { profile: 'home-office', annualKwh: [2_400, 3_400], strategy: 'never-lose', highestPay: GENEROUS }],
  [3, { profile: 'single', annualKwh: [1_500, 2_200], strategy: 'never-lose', highestPay: MODERATE }],
  [1, { profile: 'single', annualKwh: [1_500, 2_200], strategy: 'market-benefit' }],
];
