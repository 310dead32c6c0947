import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Session } from '@ceex/web-data-access/start';
import { SessionWatch } from './session-watch';

class FakeChannel extends EventTarget {
  static last: FakeChannel;
  readonly sent: unknown[] = [];
  constructor() {
    super();
    FakeChannel.last = this;
  }
  postMessage(message: unknown): void {
    this.sent.push(message);
  }
  hear(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

describe('SessionWatch', () => {
  const user = signal<{ userId: string } | null>({ userId: 'anna' });
  const endedByChoice = signal(false);
  const session = {
    user,
    endedByChoice,
    over: jest.fn(),
    askAgain: jest.fn(async () => null),
    mayBeSignedIn: jest.fn(() => true),
  };

  beforeEach(() => {
    user.set({ userId: 'anna' });
    endedByChoice.set(false);
    jest.clearAllMocks();
    Object.assign(globalThis, { BroadcastChannel: FakeChannel });
    TestBed.configureTestingModule({ providers: [{ provide: Session, useValue: session }] });
    TestBed.runInInjectionContext(() => TestBed.inject(SessionWatch).start());
    TestBed.tick();
  });

  it('tells the other tabs of signing in and of signing out', () => {
    endedByChoice.set(true);
    user.set(null);
    TestBed.tick();
    expect(FakeChannel.last.sent).toEqual([{ userId: 'anna' }, { userId: null }]);
  });

  it('does not end the others where the session merely ran out', () => {
    user.set(null);
    TestBed.tick();
    expect(FakeChannel.last.sent).toEqual([{ userId: 'anna' }]);
  });

  it('ends with the other tab', () => {
    FakeChannel.last.hear({ userId: null });
    expect(session.over).toHaveBeenCalledTimes(1);
  });

  it('stays where the same user signed in elsewhere', () => {
    FakeChannel.last.hear({ userId: 'anna' });
    expect(session.over).not.toHaveBeenCalled();
  });

  it('shows nothing of an account that was signed out while the page was put aside', () => {
    session.mayBeSignedIn.mockReturnValueOnce(false);
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    expect(session.over).toHaveBeenCalledTimes(1);
  });
});
