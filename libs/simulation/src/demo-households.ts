import { Dice, PURPOSE } from './chance';
import type { DemoHousehold, DemoNode, DemoStrategy } from './community';
import type { DemoRole, Range } from './demo-role';
import { DEMO_ROLES } from './demo-roles';
import { demoSystems } from './demo-roofs';
import { SCHOOL_LABEL } from './demo-streets';

/** The households of the demo and which of them carry the pinned roles. */
export interface DealtHouseholds {
  readonly households: readonly DemoHousehold[];
  readonly pinned: ReadonlyMap<DemoRole['pinned'], string>;
}

/** Deals a role to each household node: the school's to the school, the others shuffled by the seed. */
export function demoHouseholds(seed: number, nodes: readonly DemoNode[]): DealtHouseholds {
  const houses = nodes.filter((node) => node.kind === 'household');
  if (houses.length !== DEMO_ROLES.length) {
    throw new RangeError(`${DEMO_ROLES.length} roles cannot be dealt to ${houses.length} houses`);
  }
  const deck = shuffled(
    DEMO_ROLES.filter((role) => role.pinned !== 'school'),
    new Dice(seed, PURPOSE.deck, 0, 0),
  );
  const school = DEMO_ROLES.filter((role) => role.pinned === 'school');
  const pinned = new Map<DemoRole['pinned'], string>();
  const households = houses.map((node, index) => {
    const role = node.label === SCHOOL_LABEL ? school.pop() : deck.pop();
    if (role === undefined) throw new RangeError(`no role is left for ${node.code}`);
    if (role.pinned !== undefined) pinned.set(role.pinned, node.code);
    return furnish(node, index, role, new Dice(seed, PURPOSE.household, index, 0));
  });
  return { households, pinned };
}

function shuffled(roles: readonly DemoRole[], dice: Dice): DemoRole[] {
  const deck = [...roles];
  for (let last = deck.length - 1; last > 0; last--) {
    const other = Math.floor(dice.next() * (last + 1));
    [deck[last], deck[other]] = [deck[other] as DemoRole, deck[last] as DemoRole];
  }
  return deck;
}

function furnish(node: DemoNode, index: number, role: DemoRole, dice: Dice): DemoHousehold {
  const wh = (range: Range | undefined) => (range === undefined ? 0 : rounded(range, 1_000, dice, 10_000));
  const annualWh = wh(role.annualKwh);
  const household = {
    nodeCode: node.code,
    meteringPoint: `CH99000000001CEEXDEMO${String(index + 1).padStart(12, '0')}`,
    label: node.label,
    profile: role.profile,
    annualWh,
    heatPumpWh: wh(role.heatPumpKwh),
    carWh: wh(role.carKwh),
    boilerWh: wh(role.boilerKwh),
    systems:
      role.peakPowerKw === undefined
        ? []
        : demoSystems(rounded(role.peakPowerKw, 1_000, dice, 100), role.bothPitches === true, index, dice),
    strategy: strategyOf(role, dice),
  };
  if (role.batteryKwh === undefined) return household;
  const capacityWh = rounded(role.batteryKwh, 1_000, dice, 500);
  return { ...household, battery: { name: 'Speicher', capacityWh, powerW: Math.round(capacityWh / 200) * 100 } };
}

function strategyOf(role: DemoRole, dice: Dice): DemoStrategy {
  return {
    kind: role.strategy,
    ...(role.lowestSell && { lowestSell: rounded(role.lowestSell, 1, dice, 1_000) }),
    ...(role.highestPay && { highestPay: rounded(role.highestPay, 1, dice, 1_000) }),
    ...(role.strategy === 'flexibility' && { flexibilityAsk: rounded([15_000, 40_000], 1, dice, 1_000) }),
  };
}

/** A figure within a range, in units of `scale` parts of the range's, rounded to a multiple of `step`. */
function rounded([low, high]: Range, scale: number, dice: Dice, step: number): number {
  return Math.round(dice.between(low * scale, high * scale) / step) * step;
}
