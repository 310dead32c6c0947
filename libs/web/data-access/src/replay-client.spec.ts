import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { NodeReplay, ReplayTotals } from '@ceex/contracts';
import { provideDataAccess } from './provide-data-access';
import { ReplayClient, type ReplayQuery } from './replay-client';

/** Lets the promises between a call and its consequence run. */
const settle = () => new Promise((done) => setTimeout(done, 0));

const TOTALS: ReplayTotals = {
  intervals: 96,
  usedWh: 900,
  producedWh: 700,
  selfConsumedWh: 400,
  soldLocalWh: 212,
  boughtLocalWh: 0,
  soldUtilityWh: 88,
  boughtUtilityWh: 500,
  revenueNano: 31_400,
  costNano: 120_000,
  localRevenueNano: 25_000,
  localEnergyCostNano: 0,
  utilityAloneRevenueNano: 18_000,
  utilityAloneCostNano: 120_000,
  unsoldWh: 88,
  unboughtWh: 500,
};

function asked(lowestSellMicroPerKwh: number | null): ReplayQuery {
  const strategy = {
    kind: 'never-lose' as const,
    lowestSellMicroPerKwh,
    highestPayMicroPerKwh: null,
    flexibilityMicroPerKwh: null,
  };
  return { nodeId: 7, firstDay: '2026-10-01', lastDay: '2026-10-30', strategy };
}

function answerTo({ nodeId, strategy }: ReplayQuery): NodeReplay {
  return {
    nodeId,
    timeZone: 'Europe/Zurich',
    currency: 'CHF',
    start: '2026-09-30T22:00:00Z',
    end: '2026-10-30T23:00:00Z',
    intervals: 96,
    strategy,
    proposed: TOTALS,
    current: { ...TOTALS, soldLocalWh: 100, soldUtilityWh: 200, unsoldWh: 200 },
  };
}

describe('ReplayClient', () => {
  const query = signal<ReplayQuery | undefined>(undefined);
  let server: HttpTestingController;

  function make() {
    query.set(undefined);
    TestBed.configureTestingModule({ providers: [provideDataAccess(), provideHttpClientTesting()] });
    server = TestBed.inject(HttpTestingController);
    return TestBed.runInInjectionContext(() => TestBed.inject(ReplayClient).replay(query));
  }

  const sent = () => {
    TestBed.tick();
    return server.expectOne(({ url }) => url === '/api/engine/node/7/replay');
  };

  it('asks nothing without a query, and leaves out what stands at an end of the ruler', async () => {
    const resource = make();
    TestBed.tick();
    server.expectNone(() => true);
    query.set(asked(null));
    const request = sent();
    expect(request.request.urlWithParams).toBe(
      '/api/engine/node/7/replay?startDate=2026-10-01&endDate=2026-10-30&kind=never-lose',
    );
    request.flush(answerTo(asked(null)));
    await settle();
    expect(resource.value()?.proposed.soldLocalWh).toBe(212);
  });

  it('follows a handle: what it asked before is cancelled', async () => {
    const resource = make();
    query.set(asked(0));
    const first = sent();
    expect(first.request.params.get('lowestSellMicroPerKwh')).toBe('0');
    query.set(asked(95_000));
    TestBed.tick();
    expect(first.cancelled).toBe(true);
    const second = sent();
    second.flush(answerTo(asked(95_000)));
    await settle();
    expect(resource.value()?.strategy.lowestSellMicroPerKwh).toBe(95_000);
  });

  it('takes an answer that is not as agreed for unreadable', async () => {
    const resource = make();
    query.set(asked(null));
    sent().flush({ ...answerTo(asked(null)), proposed: {} });
    await settle();
    expect(resource.error()).toBeDefined();
  });
});
