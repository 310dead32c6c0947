import { assertSeed } from './chance';
import type { DemoCommunity } from './community';
import { demoGrid } from './demo-grid';
import { demoHouseholds } from './demo-households';
import { DEMO_TARIFF } from './demo-tariff';

/**
 * The community of the demo: 40 households near Brugg on a radial low-voltage grid, 15 of them with PV and 6 of those
 * with a battery. Nothing in it exists. The seed chooses lengths, sizes, roofs, limits and who lives where; the same
 * seed gives the same community.
 * @throws RangeError when the seed is no whole number from 0 to 2^53 − 1
 */
export function demoCommunity(seed: number): DemoCommunity {
  assertSeed(seed);
  const nodes = demoGrid(seed);
  const { households, pinned } = demoHouseholds(seed, nodes);
  const codeOf = (role: 'prosumer' | 'consumer' | 'flexible'): string => {
    const code = pinned.get(role);
    if (code === undefined) throw new RangeError(`no household was dealt the role ${role}`);
    return code;
  };
  return {
    name: 'Sonnendorf',
    timeZone: 'Europe/Zurich',
    currency: 'CHF',
    gridOperator: 'Elektra Sonnendorf',
    site: { latitudeDeg: 47.48, longitudeDeg: 8.21 },
    nodes,
    households,
    tariff: DEMO_TARIFF,
    demo: { prosumer: codeOf('prosumer'), consumer: codeOf('consumer'), flexible: codeOf('flexible') },
  };
}
