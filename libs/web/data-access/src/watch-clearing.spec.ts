import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { waitForClearingMs, watchClearing, type ClearingState } from './watch-clearing';

const at = (time: string) => Date.parse(`2026-11-22T${time}Z`);
const current: ClearingState = { lastStart: '2026-11-22T11:45:00Z', nextClearingAt: '2026-11-22T12:15:00Z' };

describe('waitForClearingMs', () => {
  it('waits for the next clearing, and a moment longer', () => {
    expect(waitForClearingMs(current, at('12:10:00'), 0)).toBe(5 * 60_000 + 1_000);
  });

  it('asks again soon, then ever more gently, when a clearing is due or missing', () => {
    expect(waitForClearingMs(current, at('12:15:02'), 0)).toBe(3_000);
    expect(waitForClearingMs(current, at('12:15:09'), 2)).toBe(12_000);
    const behind = { ...current, lastStart: '2026-11-22T11:30:00Z' };
    expect(waitForClearingMs(behind, at('12:01:00'), 1)).toBe(6_000);
    expect(waitForClearingMs({ ...current, lastStart: null }, at('12:01:00'), 0)).toBe(3_000);
    expect(waitForClearingMs(behind, at('12:01:00'), 30)).toBe(300_000);
  });

  it('does not sleep past the next clearing', () => {
    const behind = { ...current, lastStart: '2026-11-22T11:30:00Z' };
    expect(waitForClearingMs(behind, at('12:14:00'), 30)).toBe(61_000);
  });
});

describe('watchClearing', () => {
  beforeEach(() => jest.useFakeTimers({ now: at('12:14:50') }));
  afterEach(() => jest.useRealTimers());

  it('asks when it is due, again while nothing has changed, and then waits for the next', () => {
    const state = signal<ClearingState | undefined>(current);
    const reload = jest.fn();
    TestBed.runInInjectionContext(() => watchClearing(state, reload));
    const pass = (seconds: number) => {
      TestBed.tick();
      jest.advanceTimersByTime(seconds * 1_000);
      TestBed.tick();
      return reload.mock.calls.length;
    };
    expect(pass(10)).toBe(0);
    expect(pass(1)).toBe(1);
    expect(pass(6)).toBe(2);
    state.set({ lastStart: '2026-11-22T12:00:00Z', nextClearingAt: '2026-11-22T12:30:00Z' });
    expect(pass(800)).toBe(2);
    expect(pass(95)).toBe(3);
  });
});
