import type { FoundCommunity, GridNode, Household, Strategy, Tariff } from '@ceex/contracts';
import type { DemoCommunity, DemoHousehold, DemoNode, DemoStrategy, DemoTariff } from '@ceex/simulation';

export interface DemoSimulation {
  readonly seed: number;
  /** ISO instant: the meters begin here. */
  readonly anchor: string;
  /** Local day from which the demo's tariff holds; not after the anchor. */
  readonly tariffFrom: string;
}

/** The demo community as something to be founded. */
export function demoFounding(demo: DemoCommunity, { seed, anchor, tariffFrom }: DemoSimulation): FoundCommunity {
  return {
    name: demo.name,
    timeZone: demo.timeZone,
    currency: demo.currency,
    gridOperator: demo.gridOperator,
    rules: { pricing: 'nodal', k: 0.5, discountLevel: 'same-level', volumes: 'market', deadlineMinutes: 60 },
    grid: demo.nodes.map(gridNode),
    households: demo.households.map(household),
    tariffs: [tariff(demo.tariff, tariffFrom)],
    simulation: { seed, anchor },
  };
}

function gridNode({ code, parentCode, kind, label, x, y, edge }: DemoNode): GridNode {
  return {
    code,
    parent: parentCode,
    kind,
    label,
    x,
    y,
    lengthM: edge?.lengthM ?? 0,
    rating: edge?.rating ?? null,
    ratingUnit: edge?.ratingUnit ?? null,
    capacityUpWh: edge?.capacityWh ?? null,
    capacityDownWh: edge?.capacityWh ?? null,
    feeUpMicroPerKwh: edge?.feeUp ?? 0,
    feeDownMicroPerKwh: edge?.feeDown ?? 0,
  };
}

function household({ nodeCode, meteringPoint, systems, battery, strategy }: DemoHousehold): Household {
  return {
    node: nodeCode,
    meteringPoint,
    pvSystems: systems.map((system) => ({ ...system })),
    batteries: battery === undefined ? [] : [{ ...battery }],
    strategy: demoStrategy(strategy),
  };
}

function demoStrategy({ kind, lowestSell, highestPay, flexibilityAsk }: DemoStrategy): Strategy {
  return {
    kind,
    lowestSellMicroPerKwh: lowestSell ?? null,
    highestPayMicroPerKwh: highestPay ?? null,
    flexibilityMicroPerKwh: flexibilityAsk ?? null,
  };
}

function tariff(prices: DemoTariff, validFrom: string): Tariff {
  return { ...prices, validFrom };
}
