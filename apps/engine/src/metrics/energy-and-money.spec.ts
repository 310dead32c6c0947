import { energyAndMoney } from '@ceex/contracts';
import { add, nothing } from './energy-and-money';

describe('energy and money', () => {
  it('adds every figure the contract names', () => {
    const sum = nothing();
    const ones = Object.fromEntries(Object.keys(energyAndMoney.shape).map((field, index) => [field, index + 1]));
    add(sum, energyAndMoney.parse(ones));
    add(sum, energyAndMoney.parse(ones));
    expect(sum).toEqual(Object.fromEntries(Object.entries(ones).map(([field, value]) => [field, 2 * value])));
  });
});
