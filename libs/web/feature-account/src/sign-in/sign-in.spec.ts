import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { provideDataAccess } from '@ceex/web-data-access';
import { SignIn } from './sign-in';

@Component({ template: '' })
class Page {}

const ME = {
  userId: '7b1f3c8e-3c55-4e6f-9a2e-0d2f5f3c1a11',
  email: 'a@b.ch',
  language: 'en',
  operates: [],
  administers: false,
  nodes: [],
};

/** Lets the promises between a call and its consequence run. */
const settle = () => new Promise((done) => setTimeout(done, 0));

describe('SignIn', () => {
  let fixture: ComponentFixture<SignIn>;
  let page: HTMLElement;
  let server: HttpTestingController;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      imports: [
        SignIn,
        TranslocoTestingModule.forRoot({
          langs: { en: {} },
          translocoConfig: { availableLangs: ['en'], defaultLang: 'en', missingHandler: { logMissingKey: false } },
          preloadLangs: true,
        }),
      ],
      providers: [provideDataAccess(), provideHttpClientTesting(), provideRouter([{ path: '**', component: Page }])],
    });
    fixture = TestBed.createComponent(SignIn);
    fixture.componentRef.setInput('return', '/dashboard?range=last-month');
    document.body.append((page = fixture.nativeElement as HTMLElement));
    server = TestBed.inject(HttpTestingController);
    await fixture.whenStable();
  });
  afterEach(() => server.verify());

  const field = (name: string) => page.querySelector<HTMLInputElement>(`input[autocomplete^="${name}"]`)!;

  function enter(email: string, password: string): void {
    for (const [name, value] of [
      ['username', email],
      ['current-password', password],
    ] as const) {
      field(name).value = value;
      field(name).dispatchEvent(new Event('input'));
    }
    page.querySelector<HTMLButtonElement>('button[type=submit]')!.click();
  }

  async function refuse(status: number, code: string, headers: Record<string, string> = {}): Promise<void> {
    const details = { type: 'about:blank', title: '', status, code };
    server.expectOne('/api/auth/login').flush(details, { status, statusText: 'Refused', headers });
    await settle();
    await fixture.whenStable();
  }

  it('begins with the address', () => {
    expect(document.activeElement).toBe(field('username'));
  });

  it('signs in and goes to where one wanted to go', async () => {
    enter('a@b.ch', 'secret');
    const request = server.expectOne('/api/auth/login');
    expect(request.request.body).toEqual({ email: 'a@b.ch', password: 'secret' });
    request.flush(ME);
    await settle();
    await fixture.whenStable();
    expect(TestBed.inject(Router).url).toBe('/dashboard?range=last-month');
  });

  it('asks the server nothing while the form is incomplete', async () => {
    enter('a@b.ch', '');
    await fixture.whenStable();
    expect(page.textContent).toContain('account.signIn.passwordError');
    expect(document.activeElement).toBe(field('current-password'));
  });

  it('says that the credentials are wrong, and keeps them', async () => {
    enter('a@b.ch', 'wrong');
    await refuse(401, 'wrong-credentials');
    expect(page.textContent).toContain('shell.problem.wrong-credentials');
    expect([field('username').value, field('current-password').value]).toEqual(['a@b.ch', 'wrong']);
  });

  it('waits as long as the server says', async () => {
    jest.useFakeTimers({ doNotFake: ['setTimeout', 'queueMicrotask', 'nextTick'] });
    try {
      enter('a@b.ch', 'wrong');
      await refuse(429, 'too-many-requests', { 'retry-after': '2' });
      const submit = page.querySelector<HTMLButtonElement>('button[type=submit]')!;
      expect(submit.disabled).toBe(true);
      jest.advanceTimersByTime(2_000);
      await settle();
      TestBed.tick();
      expect(submit.disabled).toBe(false);
      expect(page.textContent).toContain('account.signIn.waitOver');
    } finally {
      jest.useRealTimers();
    }
  });

  it('shows and hides the password', async () => {
    const eye = page.querySelector<HTMLButtonElement>('button[aria-pressed]')!;
    eye.click();
    await fixture.whenStable();
    expect([field('current-password').type, eye.getAttribute('aria-pressed')]).toEqual(['text', 'true']);
  });
});
