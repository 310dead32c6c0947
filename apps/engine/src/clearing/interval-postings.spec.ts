import type { Trade } from '@ceex/market';
import { TARIFF, villageAccounts } from '../testing/market-village';
import { settleInterval } from './interval-postings';
import { priceRuler } from './price-ruler';

const PRICES = { tariff: TARIFF, ruler: priceRuler(TARIFF, 'same-level') };
const ACCOUNTS = villageAccounts([10, 11]);

function trade(quantityWh: number, sellerPrice: number, buyerPrice: number, feeNano: number, rentNano: number): Trade {
  return {
    seller: 10,
    buyer: 11,
    sellOrder: '0',
    buyOrder: '1',
    quantityWh,
    sellerPriceMicroPerKwh: sellerPrice,
    buyerPriceMicroPerKwh: buyerPrice,
    feeNano,
    rentNano,
    distanceM: 12,
  };
}

describe('settleInterval', () => {
  it('posts trades, grid usage on them and the residual, one posting an account and kind', () => {
    const readings = { nodes: [10, 11], importsWh: [0, 700], exportsWh: [1_000, 0] };
    const trades = [trade(600, 100_000, 103_000, 1_200_000, 600_000)];
    const postings = settleInterval(ACCOUNTS, readings, { trades, feesNano: 1_200_000, rentNano: 600_000 }, PRICES);
    const told = postings.map(({ account, kind, energyWh, amountNano }) => [account, kind, energyWh, amountNano]);
    expect(told).toEqual([
      [110, 1, 600, 60_000_000],
      [110, 4, 400, 24_000_000],
      [111, 1, -600, -61_800_000],
      [111, 2, 0, -600 * (48_600 + 30_300)],
      [111, 3, -100, -100 * (130_000 + 81_000 + 30_300)],
      [2, 1, 0, 1_200_000],
      [3, 1, 0, 600_000],
      [2, 2, 0, 600 * (48_600 + 30_300)],
      [1, 3, 100, 100 * 130_000],
      [2, 3, 0, 100 * (81_000 + 30_300)],
      [1, 4, -400, -24_000_000],
    ]);
  });

  it('leaves out what is zero', () => {
    const idle = { nodes: [10, 11], importsWh: [0, 0], exportsWh: [0, 0] };
    expect(settleInterval(ACCOUNTS, idle, { trades: [], feesNano: 0, rentNano: 0 }, PRICES)).toEqual([]);
  });

  it('refuses trades that do not balance or that no meter counted', () => {
    const readings = { nodes: [10, 11], importsWh: [0, 700], exportsWh: [1_000, 0] };
    const unbalanced = { trades: [trade(600, 100_000, 103_000, 0, 0)], feesNano: 0, rentNano: 0 };
    expect(() => settleInterval(ACCOUNTS, readings, unbalanced, PRICES)).toThrow(
      'postings of kind 1 do not sum to zero',
    );
    const tooMuch = { trades: [trade(800, 100_000, 100_000, 0, 0)], feesNano: 0, rentNano: 0 };
    expect(() => settleInterval(ACCOUNTS, readings, tooMuch, PRICES)).toThrow('traded more than its meter counted');
  });
});
