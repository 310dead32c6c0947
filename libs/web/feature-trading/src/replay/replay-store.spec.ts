import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { computed, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { NodeReplay, ReplayTotals, Strategy } from '@ceex/contracts';
import { ServerClock, provideDataAccess } from '@ceex/web-data-access';
import { StrategyDraft } from '../store/strategy-draft';
import { TradingStore } from '../store/trading-store';
import { KeptReplays } from './kept-replays';
import { ReplayStore } from './replay-store';

const SAVED: Strategy = {
  kind: 'never-lose',
  lowestSellMicroPerKwh: 90_000,
  highestPayMicroPerKwh: null,
  flexibilityMicroPerKwh: null,
};
const NOTHING = Object.fromEntries(
  [
    'intervals usedWh producedWh selfConsumedWh soldLocalWh boughtLocalWh soldUtilityWh boughtUtilityWh revenueNano',
    'costNano localRevenueNano localEnergyCostNano utilityAloneRevenueNano utilityAloneCostNano unsoldWh unboughtWh',
  ].flatMap((names) => names.split(' ').map((name) => [name, 0])),
) as unknown as ReplayTotals;

function answerTo(request: TestRequest): NodeReplay {
  const soldLocalWh = Number(request.request.params.get('lowestSellMicroPerKwh'));
  return {
    nodeId: 7,
    timeZone: 'Europe/Zurich',
    currency: 'CHF',
    start: '2026-10-23T22:00:00Z',
    end: '2026-11-22T12:00:00Z',
    intervals: 2_880,
    strategy: SAVED,
    proposed: { ...NOTHING, soldLocalWh },
    current: NOTHING,
  };
}

/** Lets the promises between a call and its consequence run. */
const settle = () => new Promise((done) => setTimeout(done, 0));
/** The pause after which a change is asked about. */
const pause = () => new Promise((done) => setTimeout(done, 65));

describe('ReplayStore', () => {
  const proposed = signal<Strategy | undefined>(undefined);
  const clearing = signal<string | null>('one');
  let replay: ReplayStore;
  let server: HttpTestingController;

  async function asked(): Promise<TestRequest[]> {
    TestBed.tick();
    await pause();
    TestBed.tick();
    return server.match(({ url }) => url === '/api/engine/node/7/replay');
  }

  beforeEach(() => {
    proposed.set(SAVED);
    clearing.set('one');
    const store = { nodeId: signal(7), timeZone: signal('Europe/Zurich'), clearing };
    const draft = { proposed, savedPlain: signal(SAVED), dirty: computed(() => proposed() !== SAVED) };
    TestBed.configureTestingModule({
      providers: [
        provideDataAccess(),
        provideHttpClientTesting(),
        ReplayStore,
        KeptReplays,
        { provide: TradingStore, useValue: store },
        { provide: StrategyDraft, useValue: draft },
        { provide: ServerClock, useValue: { now: () => Date.parse('2026-11-22T12:00:00Z'), learn: () => undefined } },
      ],
    });
    server = TestBed.inject(HttpTestingController);
    replay = TestBed.inject(ReplayStore);
  });

  it('asks what the limits would have brought in thirty days', async () => {
    const [request, ...more] = await asked();
    expect(more).toEqual([]);
    const { params } = request!.request;
    expect([params.get('startDate'), params.get('endDate')]).toEqual(['2026-10-24', '2026-11-22']);
    expect(replay.behind()).toBe(true);
    request!.flush(answerTo(request!));
    await settle();
    expect(replay.behind()).toBe(false);
    expect(replay.value()?.proposed.soldLocalWh).toBe(90_000);
    expect(replay.saved()).toBeUndefined();
  });

  it('keeps the last figures while the handle moves on, and compares with what is saved', async () => {
    const [first] = await asked();
    first!.flush(answerTo(first!));
    await settle();
    expect(replay.value()?.proposed.soldLocalWh).toBe(90_000);
    proposed.set({ ...SAVED, lowestSellMicroPerKwh: 100_000 });
    expect(replay.behind()).toBe(true);
    const requests = await asked();
    expect(replay.value()?.proposed.soldLocalWh).toBe(90_000);
    expect(requests).toHaveLength(2);
    for (const request of requests) request.flush(answerTo(request));
    await settle();
    expect(replay.value()?.proposed.soldLocalWh).toBe(100_000);
    expect(replay.saved()?.proposed.soldLocalWh).toBe(90_000);
  });

  it('says what went wrong, and asks again', async () => {
    const [request] = await asked();
    request!.flush(null, { status: 503, statusText: 'Service Unavailable' });
    await settle();
    expect(replay.problem()).toBe('upstream-unavailable');
    replay.reload();
    const [again] = await asked();
    again!.flush(answerTo(again!));
    await settle();
    expect(replay.problem()).toBeNull();
  });
});
