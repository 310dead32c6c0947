import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { AuthClient } from '../auth-client';
import { ProblemError } from '../problem-error';
import { CLOSED, OPEN_EVENT_SOURCE, type LiveSource } from './event-source';
import { watchMarket } from './watch-market';

const at = (time: string) => Date.parse(`2026-11-22T${time}Z`);
const NEWS = { first: '2026-11-22T12:00:00Z', start: '2026-11-22T12:00:00Z', version: 1, intervals: 1 };

/** A stream that the spec speaks into. */
class TestSource implements LiveSource {
  readyState = 0;
  readonly #listeners = new Map<string, (event: Event) => void>();
  constructor(readonly url: string) {}
  addEventListener(name: string, listener: unknown): void {
    this.#listeners.set(name, listener as (event: Event) => void);
  }
  close(): void {
    this.readyState = CLOSED;
  }
  emit(name: string, fields: object = {}): void {
    this.#listeners.get(name)?.(fields as Event);
  }
  opens(): void {
    this.readyState = 1;
    this.emit('open');
  }
  isRefused(): void {
    this.readyState = CLOSED;
    this.emit('error');
  }
}

describe('watchMarket', () => {
  const sources: TestSource[] = [];
  const reload = jest.fn();
  const me = jest.fn();
  const community = signal<number | undefined>(1);
  let hidden = false;

  beforeEach(() => {
    jest.useFakeTimers({ now: at('12:14:50') });
    sources.length = 0;
    reload.mockReset();
    me.mockReset().mockResolvedValue({});
    community.set(1);
    hidden = false;
    jest.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
    TestBed.configureTestingModule({
      providers: [
        { provide: AuthClient, useValue: { me } },
        {
          provide: OPEN_EVENT_SOURCE,
          useValue: (url: string) => {
            const source = new TestSource(url);
            sources.push(source);
            return source;
          },
        },
      ],
    });
  });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  const start = () => {
    const state = signal({ lastStart: '2026-11-22T11:45:00Z', nextClearingAt: '2026-11-22T12:15:00Z' });
    const live = TestBed.runInInjectionContext(() => watchMarket(community, state, reload));
    TestBed.tick();
    return live;
  };
  const pass = async (seconds: number) => {
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(seconds * 1_000);
    TestBed.tick();
  };
  const last = () => sources.at(-1) as TestSource;
  const look = (isHidden: boolean) => {
    hidden = isHidden;
    document.dispatchEvent(new Event('visibilitychange'));
    TestBed.tick();
  };

  it('reloads when the server says so, and does not ask meanwhile', async () => {
    const live = start();
    expect(last().url).toBe('/api/engine/community/1/events');
    expect(live()).toBe(false);
    last().opens();
    expect(live()).toBe(true);
    await pass(20);
    expect(reload).not.toHaveBeenCalled();
    last().emit('clearing', { data: JSON.stringify(NEWS), lastEventId: '7' });
    expect(reload).toHaveBeenCalledTimes(1);
    last().emit('clearing', { data: 'nonsense', lastEventId: '8' });
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('asks all the same when the server has not said anything for long', async () => {
    start();
    last().opens();
    await pass(75);
    expect(reload).toHaveBeenCalled();
  });

  it('asks when a clearing is due while there is no stream', async () => {
    start();
    await pass(12);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('comes back where it stopped after the server refused, once the session holds', async () => {
    const live = start();
    last().opens();
    last().emit('stopped', { data: JSON.stringify(NEWS), lastEventId: '7' });
    last().isRefused();
    expect(live()).toBe(false);
    await pass(2);
    expect(sources).toHaveLength(1);
    await pass(2);
    expect(me).toHaveBeenCalledTimes(1);
    expect(last().url).toBe('/api/engine/community/1/events?after=7');
    last().isRefused();
    await pass(5);
    expect(sources).toHaveLength(2);
    await pass(2);
    expect(sources).toHaveLength(3);
  });

  it('leaves short breaks to the browser', async () => {
    const live = start();
    last().opens();
    last().readyState = 0;
    last().emit('error');
    expect(live()).toBe(false);
    await pass(600);
    expect(sources).toHaveLength(1);
    last().opens();
    expect(live()).toBe(true);
  });

  it('gives up when nobody is signed in any more', async () => {
    start();
    me.mockRejectedValue(new ProblemError('unauthenticated', 401));
    last().isRefused();
    await pass(900);
    expect(sources).toHaveLength(1);
  });

  it('keeps on when the server is away', async () => {
    start();
    me.mockRejectedValue(new ProblemError('offline', 0));
    last().isRefused();
    await pass(4);
    expect(sources).toHaveLength(2);
  });

  it('holds no stream in the background', () => {
    start();
    look(true);
    expect(last().readyState).toBe(CLOSED);
    look(false);
    expect(sources).toHaveLength(2);
  });

  it('follows the community', () => {
    start();
    community.set(2);
    TestBed.tick();
    expect(sources.map(({ url, readyState }) => [url, readyState])).toEqual([
      ['/api/engine/community/1/events', CLOSED],
      ['/api/engine/community/2/events', 0],
    ]);
    community.set(undefined);
    TestBed.tick();
    expect(last().readyState).toBe(CLOSED);
  });
});
