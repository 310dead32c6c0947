import * as fc from 'fast-check';

import { demoCommunity } from './demo-community';

const seeds = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const community = demoCommunity(1);

function check(property: (seed: number) => void): void {
  fc.assert(fc.property(seeds, property), { numRuns: 30 });
}

describe('demoCommunity', () => {
  it('is the same for the same seed and another for another', () => {
    expect(demoCommunity(1)).toEqual(community);
    expect(demoCommunity(2)).not.toEqual(community);
    expect(demoCommunity(2 ** 32 + 1)).not.toEqual(community);
  });

  it.each([-1, 0.5, Number.NaN, 2 ** 53])('refuses the seed %d by name', (seed) => {
    expect(() => demoCommunity(seed)).toThrow(/^seed must be/);
  });

  it('has 40 households, 15 with PV, 6 of those with a battery, most of them never-lose', () =>
    check((seed) => {
      const { households } = demoCommunity(seed);
      expect(households).toHaveLength(40);
      expect(households.filter((household) => household.systems.length > 0)).toHaveLength(15);
      expect(households.filter((household) => household.systems.length > 0 && household.battery)).toHaveLength(6);
      expect(households.filter((household) => household.battery)).toHaveLength(6);
      expect(households.filter((household) => household.strategy.kind === 'never-lose').length).toBeGreaterThan(20);
    }));

  it('has a grid that is one tree, parents before children, with a household at every leaf and nowhere else', () =>
    check((seed) => {
      const { nodes, households } = demoCommunity(seed);
      const seen = new Set<string>();
      for (const node of nodes) {
        expect(seen.has(node.code)).toBe(false);
        expect(node.parentCode === null).toBe(node.kind === 'transformer');
        expect(node.edge === null).toBe(node.parentCode === null);
        if (node.parentCode !== null) expect(seen.has(node.parentCode)).toBe(true);
        seen.add(node.code);
      }
      expect(nodes.filter((node) => node.parentCode === null)).toHaveLength(1);
      const parents = new Set(nodes.map((node) => node.parentCode));
      const leaves = nodes.filter((node) => !parents.has(node.code));
      expect(leaves.map((leaf) => leaf.kind)).toEqual(leaves.map(() => 'household'));
      expect(households.map((household) => household.nodeCode)).toEqual(leaves.map((leaf) => leaf.code));
      expect(households.map((household) => household.label)).toEqual(leaves.map((leaf) => leaf.label));
      expect(nodes.filter((node) => node.kind === 'cabinet')).toHaveLength(5);
    }));

  it('has lines at least as long as the way between their ends, and capacities from their ratings', () =>
    check((seed) => {
      const { nodes } = demoCommunity(seed);
      const byCode = new Map(nodes.map((node) => [node.code, node]));
      for (const { edge, parentCode, x, y } of nodes) {
        if (edge === null || parentCode === null) continue;
        const parent = byCode.get(parentCode);
        expect(edge.lengthM).toBeGreaterThanOrEqual(Math.hypot(x - (parent?.x ?? NaN), y - (parent?.y ?? NaN)));
        expect(edge.lengthM).toBeLessThan(250);
        expect(edge.capacityWh).toBe(Math.floor(Math.sqrt(3) * 400 * edge.rating * 0.25));
        expect([edge.feeUp, edge.feeDown]).toEqual([0, 0]);
      }
    }));

  it('keeps the nodes of the drawing apart', () =>
    check((seed) => {
      const { nodes } = demoCommunity(seed);
      const distances = nodes.flatMap((node, index) =>
        nodes.slice(index + 1).map((other) => Math.hypot(node.x - other.x, node.y - other.y)),
      );
      expect(Math.min(...distances)).toBeGreaterThan(3);
    }));

  it('has metering points of 33 characters, each once', () => {
    const points = community.households.map((household) => household.meteringPoint);
    for (const point of points) expect(point).toMatch(/^CH\d{11}[0-9A-Z]{20}$/);
    expect(new Set(points).size).toBe(40);
  });

  it('has sizes of real houses', () =>
    check((seed) => {
      for (const household of demoCommunity(seed).households) {
        expect(household.annualWh).toBeGreaterThanOrEqual(1_500_000);
        expect(household.annualWh).toBeLessThanOrEqual(6_000_000);
        const large = household.heatPumpWh + household.carWh + household.boilerWh;
        expect(large).toBeLessThan(household.annualWh * 0.6);
        if (household.systems.length === 0) continue;
        const peakPowerW = household.systems.reduce((sum, system) => sum + system.peakPowerW, 0);
        expect(peakPowerW).toBeGreaterThanOrEqual(5_000);
        expect(peakPowerW).toBeLessThanOrEqual(14_000);
        for (const system of household.systems) {
          expect(Number.isInteger(system.tiltDeg) && system.tiltDeg >= 0 && system.tiltDeg <= 60).toBe(true);
          expect(Number.isInteger(system.azimuthDeg) && system.azimuthDeg >= 60 && system.azimuthDeg < 330).toBe(true);
          expect(system.commissionedOn).toMatch(/^20(1[4-9]|2[0-4])-(0[3-9]|1[01])-(0[1-9]|1\d|2[0-8])$/);
        }
      }
    }));

  it('has every limit on the price ruler, in steps of a tenth of a centime, a lowest sell only with PV', () =>
    check((seed) => {
      const { households, tariff } = demoCommunity(seed);
      const low = tariff.feedInMicroPerKwh;
      const high = tariff.retailMicroPerKwh + (tariff.discountSameLevel / 10_000) * tariff.gridUsageMicroPerKwh;
      expect([low, high]).toEqual([60_000, 162_400]);
      for (const { strategy, systems } of households) {
        for (const limit of [strategy.lowestSell, strategy.highestPay]) {
          if (limit === undefined) continue;
          expect(limit % 1_000).toBe(0);
          expect(limit).toBeGreaterThanOrEqual(low);
          expect(limit).toBeLessThanOrEqual(high);
        }
        if (systems.length === 0) expect(strategy.lowestSell).toBeUndefined();
        expect(strategy.flexibilityAsk !== undefined).toBe(strategy.kind === 'flexibility');
      }
    }));

  it('names three households that are what the demo says of them', () =>
    check((seed) => {
      const { households, demo } = demoCommunity(seed);
      const of = (code: string) => households.find((household) => household.nodeCode === code);
      expect(of(demo.prosumer)?.systems).toHaveLength(2);
      expect(of(demo.prosumer)?.battery).toBeDefined();
      expect(of(demo.prosumer)?.strategy.kind).toBe('never-lose');
      expect(of(demo.consumer)?.systems).toHaveLength(0);
      expect(of(demo.flexible)?.strategy.kind).toBe('flexibility');
      expect(of(demo.flexible)?.battery).toBeDefined();
      expect(new Set(Object.values(demo)).size).toBe(3);
    }));
});
