import { HttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { SIGNED_IN_HINT, type Me } from '@ceex/contracts';
import { firstValueFrom } from 'rxjs';
import { ProblemError } from './problem-error';
import { provideDataAccess } from './provide-data-access';
import { Session } from './session';

const ME: Me = {
  userId: '7b1f3c8e-3c55-4e6f-9a2e-0d2f5f3c1a11',
  email: 'somebody@example.ch',
  language: 'de',
  operates: [],
  administers: false,
  nodes: [{ nodeId: 7, communityId: 1 }],
};
const REFUSED = { status: 401, statusText: 'Unauthorized' };
const unauthenticated = { type: 'about:blank', title: '', status: 401, code: 'unauthenticated' };

/** Lets the promises between a call and its consequence run. */
const settle = () => new Promise((done) => setTimeout(done, 0));

beforeEach(() => (document.cookie = `${SIGNED_IN_HINT}=1`));

describe('sessionInterceptor', () => {
  let http: HttpClient;
  let server: HttpTestingController;
  let session: Session;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideDataAccess(), provideHttpClientTesting()] });
    http = TestBed.inject(HttpClient);
    server = TestBed.inject(HttpTestingController);
    session = TestBed.inject(Session);
  });
  afterEach(() => server.verify());

  const call = (url: string) => firstValueFrom(http.get(url)).catch((failure: unknown) => failure);

  it('refreshes once for parallel calls, and sends each again', async () => {
    const answers = Promise.all([call('/api/engine/node/7'), call('/api/engine/node/7/now')]);
    for (const request of server.match(() => true)) request.flush(unauthenticated, REFUSED);
    await settle();
    server.expectOne('/api/auth/refresh').flush(ME);
    await settle();
    server.expectOne('/api/engine/node/7').flush({ answer: 1 });
    server.expectOne('/api/engine/node/7/now').flush({ answer: 2 });
    expect(await answers).toEqual([{ answer: 1 }, { answer: 2 }]);
    expect(session.user()).toEqual(ME);
  });

  it('ends the session when refreshing is refused', async () => {
    const answer = call('/api/engine/node/7');
    server.expectOne('/api/engine/node/7').flush(unauthenticated, REFUSED);
    await settle();
    server.expectOne('/api/auth/refresh').flush(unauthenticated, REFUSED);
    expect(await answer).toMatchObject({ code: 'unauthenticated', status: 401 });
    expect(session.user()).toBeNull();
  });

  it('does not try a third time', async () => {
    const answer = call('/api/engine/node/7');
    server.expectOne('/api/engine/node/7').flush(unauthenticated, REFUSED);
    await settle();
    server.expectOne('/api/auth/refresh').flush(ME);
    await settle();
    server.expectOne('/api/engine/node/7').flush(unauthenticated, REFUSED);
    expect(await answer).toBeInstanceOf(ProblemError);
  });

  it('takes wrong credentials for what they are', async () => {
    const answer = session.signIn({ email: 'a@b.ch', password: 'x' }).catch((failure: unknown) => failure);
    const wrong = { ...unauthenticated, code: 'wrong-credentials' };
    server.expectOne('/api/auth/login').flush(wrong, REFUSED);
    expect(await answer).toMatchObject({ code: 'wrong-credentials' });
  });

  it.each([
    ['second-factor-required', () => session.signIn({ email: 'a@b.ch', password: 'x' }), '/api/auth/login'],
    ['sign-in-again', () => session.secondStep({ code: '123456' }), '/api/auth/login/second-factor'],
    ['unauthenticated', () => session.secondStep({ code: '123456' }), '/api/auth/login/second-factor'],
    ['unauthenticated', () => session.signInWithPasskey({} as never), '/api/auth/passkeys/login'],
  ])('asks for no new session where signing in is refused: %s', async (code, step, url) => {
    const answer = step().catch((failure: unknown) => failure);
    server.expectOne(url).flush({ ...unauthenticated, code, methods: ['totp'] }, REFUSED);
    expect(await answer).toMatchObject({ code, methods: ['totp'] });
  });

  it('does not send a wrong password twice', async () => {
    const answer = call('/api/auth/me/password');
    server.expectOne('/api/auth/me/password').flush({ ...unauthenticated, code: 'wrong-credentials' }, REFUSED);
    expect(await answer).toMatchObject({ code: 'wrong-credentials' });
  });

  it('takes a 401 that says no more for what it mostly is', async () => {
    const answer = call('/api/engine/node/7');
    server.expectOne('/api/engine/node/7').flush('<html>a proxy’s own page</html>', REFUSED);
    await settle();
    server.expectOne('/api/auth/refresh').flush(ME);
    await settle();
    server.expectOne('/api/engine/node/7').flush({ answer: 1 });
    expect(await answer).toEqual({ answer: 1 });
  });

  it('leaves the session alone when the server cannot be reached for a new one', async () => {
    const signedIn = session.restore();
    server.expectOne('/api/auth/me').flush(ME);
    await signedIn;
    const answer = call('/api/engine/node/7');
    server.expectOne('/api/engine/node/7').flush(unauthenticated, REFUSED);
    await settle();
    server.expectOne('/api/auth/refresh').error(new ProgressEvent('error'));
    expect(await answer).toMatchObject({ code: 'offline' });
    expect(session.user()).toEqual(ME);
  });
});
