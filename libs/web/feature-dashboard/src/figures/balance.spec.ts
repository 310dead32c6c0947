import type { EnergyAndMoney } from '@ceex/contracts';
import { balanceOf } from './balance';

const money = (costNano: number, revenueNano: number, utilityAloneCostNano: number, utilityAloneRevenueNano: number) =>
  balanceOf({ costNano, revenueNano, utilityAloneCostNano, utilityAloneRevenueNano } as EnergyAndMoney);

describe('balanceOf', () => {
  it('is better off by what the market saved and earned', () => {
    expect(money(40, 15, 50, 10)).toEqual({ paidNano: 25, aloneNano: 40, betterOffNano: 15 });
  });

  it('counts what was received as paid with a minus', () => {
    expect(money(5, 15, 9, 12)).toEqual({ paidNano: -10, aloneNano: -3, betterOffNano: 7 });
  });
});
