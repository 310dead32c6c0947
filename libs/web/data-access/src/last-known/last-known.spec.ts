import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { DOCUMENT } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { SIGNED_IN_HINT, type Me } from '@ceex/contracts';
import { firstValueFrom } from 'rxjs';
import { Session } from '../session';
import { FakeCaches, FakeResponse } from '../testing/fake-caches';
import { Connection } from './connection';
import { LastKnown } from './last-known';
import { lastKnownInterceptor } from './last-known-interceptor';

const user = (last: string): Me => ({
  userId: `00000000-0000-4000-8000-00000000000${last}`,
  email: `${last}@example.org`,
  language: 'en',
  operates: [],
  administers: false,
  nodes: [{ nodeId: 7, communityId: 1 }],
});
const [ANNA, BEN] = [user('a'), user('b')];
const NOW = '/api/engine/node/7/now';
const rest = () => new Promise((done) => setTimeout(done));

Object.assign(globalThis, { Response: FakeResponse });

beforeEach(() => (document.cookie = `${SIGNED_IN_HINT}=1`));

describe('the last known state', () => {
  let caches: FakeCaches;
  let http: HttpTestingController;
  let session: Session;

  /** As after loading the page again: the same storage, everything else anew. */
  function open(): void {
    TestBed.resetTestingModule();
    const defaultView = new Proxy(window, {
      get: (target, name) => (name === 'caches' ? caches : Reflect.get(target, name)),
    });
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([lastKnownInterceptor])),
        provideHttpClientTesting(),
        {
          provide: DOCUMENT,
          useValue: new Proxy(document, {
            get: (target, name) => (name === 'defaultView' ? defaultView : Reflect.get(target, name)),
          }),
        },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    session = TestBed.inject(Session);
  }

  async function restore(me: Me | 'away' | 401): Promise<Me | null> {
    const restored = session.restore();
    const call = http.expectOne('/api/auth/me');
    if (me === 'away') call.error(new ProgressEvent('error'));
    else if (me === 401) call.flush(null, { status: 401, statusText: 'Unauthorized' });
    else call.flush(me);
    return restored;
  }

  async function read(answer: object | 'away', url = NOW): Promise<unknown> {
    const body = firstValueFrom(TestBed.inject(HttpClient).get(url));
    const call = http.expectOne(url);
    if (answer === 'away') call.error(new ProgressEvent('error'));
    else call.flush(answer);
    return body.finally(rest);
  }

  async function signOut(): Promise<void> {
    const out = session.signOut();
    http.expectOne('/api/auth/logout').flush('');
    await out;
  }

  beforeEach(async () => {
    caches = new FakeCaches();
    open();
    await restore(ANNA);
    await read({ soldWh: 420 });
  });

  it('is shown without a connection, to the user whose it is, and it is known how old it is', async () => {
    open();
    expect(await restore('away')).toEqual(ANNA);
    expect(await read('away')).toEqual({ soldWh: 420 });
    expect(TestBed.inject(Connection).asOf()).toBeGreaterThan(Date.now() - 60_000);
    await read({ soldWh: 500 });
    expect(TestBed.inject(Connection).asOf()).toBeNull();
  });

  it('is nowhere any more after sign-out', async () => {
    await signOut();
    expect(caches.entries()).toEqual([]);
    open();
    await expect(restore('away')).rejects.toMatchObject({ code: 'offline' });
    await expect(read('away')).rejects.toBeDefined();
  });

  it('asks nobody who is signed in where the browser holds no session', async () => {
    document.cookie = `${SIGNED_IN_HINT}=; max-age=0`;
    open();
    expect(await session.restore()).toBeNull();
    http.expectNone('/api/auth/me');
    expect(caches.entries()).toEqual([]);
  });

  it('is nowhere any more when the session has ended', async () => {
    open();
    expect(await restore(401)).toBeNull();
    expect(caches.entries()).toEqual([]);
  });

  it('is never shown to another user', async () => {
    open();
    await restore(BEN);
    await expect(read('away')).rejects.toMatchObject({ status: 0 });
    expect(caches.entries()).toEqual([`ceex-last-known:${BEN.userId} /user`]);
  });

  it('takes no answer that arrives after sign-out', async () => {
    const late = firstValueFrom(TestBed.inject(HttpClient).get(NOW));
    const call = http.expectOne(NOW);
    await signOut();
    call.flush({ soldWh: 600 });
    await late;
    await rest();
    expect(caches.entries()).toEqual([]);
  });

  it('keeps reads only, and no answers to what-if questions', async () => {
    const before = caches.entries();
    await read({ earnedNano: 1 }, '/api/engine/node/7/replay');
    const put = firstValueFrom(TestBed.inject(HttpClient).put('/api/engine/node/7/strategy', {}));
    http.expectOne('/api/engine/node/7/strategy').flush({});
    await put.then(rest);
    expect(caches.entries()).toEqual(before);
  });

  it('does not grow without end', async () => {
    for (let page = 0; page < 70; page += 1) await read({}, `${NOW}?page=${page}`);
    expect(caches.entries().length).toBeLessThanOrEqual(61);
    expect(await TestBed.inject(LastKnown).user()).not.toBeNull();
  });
});
