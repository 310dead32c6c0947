import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { SIGNED_IN_HINT } from '@ceex/contracts';
import { provideDataAccess } from '@ceex/web-data-access';
import { administersServer, hasNode, operatesOne, signedIn, signedOut } from './guards';

@Component({ template: '' })
class Page {}

const USER = { userId: '7b1f3c8e-3c55-4e6f-9a2e-0d2f5f3c1a11', email: 'a@b.ch', language: 'de' };
const PROSUMER = { ...USER, operates: [], administers: false, nodes: [{ nodeId: 7, communityId: 1 }] };
const OPERATOR = { ...USER, operates: [1], administers: false, nodes: [] };
const ADMINISTRATOR = { ...USER, operates: [], administers: true, nodes: [] };
const NOBODY = { ...USER, operates: [], administers: false, nodes: [] };

beforeEach(() => (document.cookie = `${SIGNED_IN_HINT}=1`));

describe('guards', () => {
  let router: Router;
  let server: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideDataAccess(),
        provideHttpClientTesting(),
        provideRouter([
          { path: 'sign-in', canActivate: [signedOut], component: Page },
          { path: 'trading', canActivate: [signedIn, hasNode], component: Page },
          { path: 'operator', canActivate: [signedIn, operatesOne], component: Page },
          { path: 'admin', canActivate: [signedIn, administersServer], component: Page },
          { path: 'no-access', component: Page },
          { path: '', component: Page },
        ]),
      ],
    });
    router = TestBed.inject(Router);
    server = TestBed.inject(HttpTestingController);
  });
  afterEach(() => server.verify());

  /** Lets the promises between a call and its consequence run. */
  const settle = () => new Promise((done) => setTimeout(done, 0));

  async function visit(url: string, user: object | null): Promise<string> {
    const arrived = router.navigateByUrl(url);
    await settle();
    const asked = server.expectOne('/api/auth/me');
    const refused = { status: 401, statusText: 'Unauthorized' };
    if (user) asked.flush(user);
    else {
      asked.flush(null, refused);
      await settle();
      server.expectOne('/api/auth/refresh').flush(null, refused);
    }
    await arrived;
    return router.url;
  }

  it('let a user with a household see it, asking who it is only once', async () => {
    expect(await visit('/trading?node=7', PROSUMER)).toBe('/trading?node=7');
  });

  it('send others to sign in, and remember where they wanted to go', async () => {
    expect(await visit('/trading?node=7', null)).toBe('/sign-in?return=%2Ftrading%3Fnode%3D7');
  });

  it('send an operator without a household to the communities', async () => {
    expect(await visit('/trading', OPERATOR)).toBe('/operator');
  });

  it('send an administrator without a household to the server’s pages', async () => {
    expect(await visit('/trading', ADMINISTRATOR)).toBe('/admin');
  });

  it.each([
    ['nobody’s member from trading', '/trading', NOBODY, 'none'],
    ['a prosumer from the operator’s pages', '/operator', PROSUMER, 'operator'],
    ['a prosumer from the server’s pages', '/admin', PROSUMER, 'administrator'],
    ['an operator from the server’s pages', '/admin', OPERATOR, 'administrator'],
    ['an administrator from the operator’s pages', '/operator', ADMINISTRATOR, 'operator'],
  ])('send %s away, and say why', async (_, url, user, lacking) => {
    expect(await visit(url, user)).toBe(`/no-access?lacking=${lacking}`);
  });

  it('keep the sign-in page for people who are not signed in', async () => {
    expect(await visit('/sign-in', PROSUMER)).toBe('/');
  });

  it('open the sign-in page to everybody else', async () => {
    expect(await visit('/sign-in', null)).toBe('/sign-in');
  });
});
