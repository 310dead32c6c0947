import { occupation, offeredNodes } from './node-choice';

const node = (code: string, label: string, people = 0, invited = 0) => ({ nodeId: 1, code, label, people, invited });
const NODES = [
  node('H1', 'Ahorn', 2),
  node('H2', 'Birke', 0, 1),
  node('H3', 'Zeder'),
  node('H4', 'Eiche'),
  node('H5', 'Buche', 1),
];

describe('offeredNodes', () => {
  it('has the free ones first, then the offered, then the taken, each by name', () => {
    expect(offeredNodes(NODES, '').map(({ label }) => label)).toEqual(['Eiche', 'Zeder', 'Birke', 'Ahorn', 'Buche']);
  });

  it('has house 9 before house 10', () => {
    const houses = [node('H2', 'Weg 10'), node('H1', 'Weg 9')];
    expect(offeredNodes(houses, '').map(({ label }) => label)).toEqual(['Weg 9', 'Weg 10']);
  });

  it('finds them by label and by code', () => {
    expect(offeredNodes(NODES, ' CHE').map(({ code }) => code)).toEqual(['H4', 'H5']);
    expect(offeredNodes(NODES, 'h3').map(({ label }) => label)).toEqual(['Zeder']);
    expect(offeredNodes(NODES, 'x')).toEqual([]);
  });
});

describe('occupation', () => {
  it.each([
    ['free', 0, 0],
    ['invited', 0, 2],
    ['one', 1, 1],
    ['several', 2, 0],
  ])('is %s with %d people and %d invitations', (words, people, invited) => {
    expect(occupation(node('H', 'H', people, invited))).toBe(words);
  });
});
