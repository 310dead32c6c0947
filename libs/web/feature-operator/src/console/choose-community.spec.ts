import { chooseCommunity } from './choose-community';

describe('chooseCommunity', () => {
  it.each([
    ['what the address asks for', [1, 2, 3], '3', 2, 3],
    ['the own one where the address asks for none', [1, 2], null, 2, 2],
    ['the first where the own one is another’s', [1, 2], null, 9, 1],
    ['the first where the address asks for another’s, or for nonsense', [1, 2], '9', undefined, 1],
    ['nothing for who operates none', [], '1', 1, undefined],
  ])('is %s', (_, operates, asked, own, chosen) => {
    expect(chooseCommunity(operates, asked, own)).toBe(chosen);
  });
});
