import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { NodeStrategy, Strategy } from '@ceex/contracts';
import { CurrentNode, Session, provideDataAccess } from '@ceex/web-data-access';
import { KeptDraft } from './kept-draft';
import { StrategyDraft } from './strategy-draft';

const STRATEGY: Strategy = {
  kind: 'never-lose',
  lowestSellMicroPerKwh: 90_000,
  highestPayMicroPerKwh: null,
  flexibilityMicroPerKwh: null,
};

function answer(nodeId: number, strategy: Strategy): NodeStrategy {
  return {
    nodeId,
    validFrom: '2026-11-22T12:00:00Z',
    strategy,
    effectiveLowestSellMicroPerKwh: 90_000,
    effectiveHighestPayMicroPerKwh: 162_400,
    ruler: {
      lowMicroPerKwh: 60_000,
      highMicroPerKwh: 162_400,
      utilityMicroPerKwh: 241_300,
      localChargesMicroPerKwh: 78_900,
      lastPriceMicroPerKwh: null,
      weekLowMicroPerKwh: null,
      weekHighMicroPerKwh: null,
    },
  };
}

/** Lets the promises between a call and its consequence run. */
const settle = () => new Promise((done) => setTimeout(done, 0));

describe('StrategyDraft', () => {
  const nodeId = signal<number | undefined>(7);
  let draft: StrategyDraft;
  let server: HttpTestingController;

  async function load(node: number, strategy: Strategy): Promise<void> {
    TestBed.tick();
    server.expectOne(`/api/engine/node/${node}/strategy`).flush(answer(node, strategy));
    await settle();
  }

  beforeEach(async () => {
    nodeId.set(7);
    TestBed.configureTestingModule({
      providers: [
        provideDataAccess(),
        provideHttpClientTesting(),
        StrategyDraft,
        { provide: CurrentNode, useValue: { nodeId } },
        { provide: Session, useValue: { user: () => ({ userId: 'u' }), refresh: async () => false } },
      ],
    });
    server = TestBed.inject(HttpTestingController);
    draft = TestBed.inject(StrategyDraft);
    await load(7, STRATEGY);
  });
  afterEach(() => server.verify());

  it('begins with what is saved', () => {
    expect(draft.strategy()).toEqual(STRATEGY);
    expect(draft.dirty()).toBe(false);
  });

  it('saves what was changed, a limit at its end as following the tariff', async () => {
    draft.setHighestPay(150_000);
    draft.setLowestSell(60_000);
    expect(draft.dirty()).toBe(true);
    const saving = draft.save();
    expect(draft.state()).toBe('saving');
    const changed = { ...STRATEGY, lowestSellMicroPerKwh: null, highestPayMicroPerKwh: 150_000 };
    const request = server.expectOne({ method: 'PUT', url: '/api/engine/node/7/strategy' });
    expect(request.request.body).toEqual(changed);
    request.flush(answer(7, changed));
    await saving;
    expect(draft.state()).toBe('saved');
    expect(draft.dirty()).toBe(false);
  });

  it('keeps what was entered when saving fails', async () => {
    draft.choose('market-benefit');
    const saving = draft.save();
    const details = { type: 'about:blank', title: '', status: 502, code: 'upstream-unavailable' };
    server.expectOne({ method: 'PUT' }).flush(details, { status: 502, statusText: 'Bad Gateway' });
    await saving;
    expect(draft.state()).toEqual({ problem: 'upstream-unavailable' });
    expect(draft.strategy()?.kind).toBe('market-benefit');
    expect(draft.savable()).toBe(true);
  });

  it('takes changes back', () => {
    draft.setLowestSell(120_000);
    draft.undo();
    expect(draft.strategy()).toEqual(STRATEGY);
    expect(draft.dirty()).toBe(false);
  });

  it('does not save while a typed price is none', async () => {
    draft.choose('flexibility');
    draft.setFlexibility('wrong');
    expect([draft.dirty(), draft.savable()]).toEqual([true, false]);
    await draft.save();
    draft.setFlexibility(25_000);
    expect(draft.savable()).toBe(true);
  });

  it('starts over with another node', async () => {
    draft.setLowestSell(120_000);
    nodeId.set(12);
    await load(12, { ...STRATEGY, kind: 'market-benefit' });
    expect(draft.strategy()?.kind).toBe('market-benefit');
    expect(draft.dirty()).toBe(false);
  });

  it('keeps what was not saved until it is saved or taken back', async () => {
    const kept = TestBed.inject(KeptDraft);
    draft.setLowestSell(120_000);
    expect(kept.find(7)?.lowestSellMicroPerKwh).toBe(120_000);
    expect(kept.find(12)).toBeNull();
    draft.undo();
    expect(kept.find(7)).toBeNull();
    kept.keep(12, { ...STRATEGY, lowestSellMicroPerKwh: 140_000 });
    nodeId.set(12);
    await load(12, STRATEGY);
    expect(draft.strategy()?.lowestSellMicroPerKwh).toBe(140_000);
    expect(draft.dirty()).toBe(true);
  });
});
