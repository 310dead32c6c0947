import { provideHttpClientTesting, HttpTestingController } from '@angular/common/http/testing';
import { DeferBlockBehavior, TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { SIGNED_IN_HINT, type NodeMetrics } from '@ceex/contracts';
import { provideDataAccess, ServerClock, Session } from '@ceex/web-data-access';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { Dashboard } from './dashboard';
import { metricsAnswer, TOTALS } from './testing/metrics-answer';

const ME = {
  userId: '5f0c7f0e-9d7b-4b6e-8f0a-0a8f3f6a2d11',
  email: 'lea@example.org',
  language: 'en',
  operates: [],
  administers: false,
  nodes: [
    { nodeId: 12, communityId: 1 },
    { nodeId: 13, communityId: 1 },
  ],
};
const PROFILE = {
  nodeId: 13,
  code: 'h13',
  label: 'Lindenweg 4',
  kind: 'household',
  communityId: 1,
  communityName: 'Brugg',
  timeZone: 'Europe/Zurich',
  currency: 'CHF',
  gridOperator: 'Grid',
  meteringPoint: null,
  role: 'both',
  lastTwelveMonths: { from: '2025-11-23', to: '2026-11-22', requiredWh: 0, surplusWh: 0, usedWh: 0, producedWh: 0 },
  pvSystems: [],
  batteries: [],
};
const TEXTS = {
  dashboard: {
    range: { 'current-week': 'This week' },
    nodes: { all: 'All together' },
    compare: { soFar: 'Same part: {{days}}, until {{time}}', missing: 'Nothing to compare' },
    difference: { more: '{{by}}, more than {{was}}' },
    tiles: {
      betterOff: { label: 'Better off', paid: 'Paid {{market}}, alone {{alone}}.' },
      selfSufficiency: { label: 'Self-sufficiency', some: 'Of {{used}}, {{own}} own.' },
    },
    estimated: '{{hours}} hours estimated',
    gap: { missing: '{{hours}} hours missing' },
    stale: { heading: 'Data until {{until}}' },
    empty: { never: { heading: 'Nothing yet' }, range: { heading: 'No figures for these days' } },
    error: { heading: 'Not loaded', retry: 'Try again' },
  },
};

describe('Dashboard', () => {
  let http: HttpTestingController;
  let harness: RouterTestingHarness;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      // jsdom has no viewport to wait for.
      deferBlockBehavior: DeferBlockBehavior.Manual,
      imports: [
        TranslocoTestingModule.forRoot({
          langs: { en: TEXTS },
          translocoConfig: { availableLangs: ['en'], defaultLang: 'en', missingHandler: { logMissingKey: false } },
          preloadLangs: true,
        }),
      ],
      providers: [
        provideRouter([{ path: 'dashboard', component: Dashboard }], withComponentInputBinding()),
        provideDataAccess(),
        provideHttpClientTesting(),
        { provide: ServerClock, useValue: { now: () => Date.parse('2026-11-22T11:05:00Z'), learn: () => undefined } },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    document.cookie = `${SIGNED_IN_HINT}=1`;
    const restored = TestBed.inject(Session).restore();
    http.expectOne('/api/auth/me').flush(ME);
    await restored;
  });

  /** Runs what is due; `whenStable` would wait for the answer that the spec has yet to give. */
  async function settle(): Promise<void> {
    for (let turn = 0; turn < 5; turn++) {
      await new Promise((done) => setTimeout(done));
      TestBed.tick();
    }
  }

  /** Opens an address and answers the profile; the request for the metrics is left to the spec. */
  async function open(address: string): Promise<void> {
    harness = await RouterTestingHarness.create();
    void TestBed.inject(Router).navigateByUrl(address);
    await settle();
    // The page asks for the node on it, and the choice of nodes for all of the user's.
    for (const request of http.match(({ url }) => /\/node\/1[23]$/.test(url))) {
      request.flush({ ...PROFILE, nodeId: Number(request.request.url.slice(-2)) });
    }
    await settle();
  }

  async function answer(metrics: NodeMetrics): Promise<void> {
    metricsRequest().flush(metrics);
    await settle();
  }

  const metricsRequest = () => http.expectOne((request) => request.url.endsWith('/metrics'));
  const current = () =>
    [...(harness.routeNativeElement?.querySelectorAll('.controls [aria-current]') ?? [])].map((link) =>
      link.textContent?.trim(),
    );
  const text = () => (harness.routeNativeElement?.textContent ?? '').replaceAll(/[\u00a0\s]+/g, ' ');

  it('asks for the node and the range in the address', async () => {
    await open('/dashboard?node=13&range=last-month');
    const { request } = metricsRequest();
    expect(request.url).toBe('/api/engine/node/13/metrics');
    expect(request.params.get('startDate')).toBe('2026-10-01');
    expect(request.params.get('endDate')).toBe('2026-10-31');
    expect(request.params.get('resolution')).toBe('day');
  });

  it('asks for the days of one’s own choice', async () => {
    await open('/dashboard?range=custom&from=2026-10-01&to=2026-10-03');
    const { request } = metricsRequest();
    expect(request.params.get('startDate')).toBe('2026-10-01');
    expect(request.params.get('endDate')).toBe('2026-10-03');
    expect(request.params.get('resolution')).toBe('hour');
  });

  it('sums the nodes of the user', async () => {
    await open('/dashboard?node=all');
    const requests = http.match(({ url }) => url.endsWith('/metrics'));
    expect(requests.map(({ request }) => request.url)).toEqual([
      '/api/engine/node/12/metrics',
      '/api/engine/node/13/metrics',
    ]);
    for (const request of requests) request.flush(metricsAnswer());
    await settle();
    expect(text()).toContain('Self-sufficiency 50 %Of 20.0 kWh, 10.0 kWh own.');
    expect(current()).toEqual(['All together', 'This week']);
  });

  it('compares with the period before, like with like', async () => {
    await open('/dashboard?range=today');
    await answer(metricsAnswer({ end: '2026-11-22T23:00:00Z' }));
    const before = metricsRequest();
    expect(before.request.params.get('startDate')).toBe('2026-11-20T23:00:00Z');
    expect(before.request.params.get('endDate')).toBe('2026-11-21T11:00:00Z');
    before.flush(metricsAnswer({ totals: { ...TOTALS, usedWh: 8_000 } }));
    await settle();
    expect(text()).toMatch(/Same part: .*21.*, until 12:00/);
    expect(text()).toContain('+2.00 kWh, more than 8.00 kWh');
  });

  it('says so when there is nothing to compare with', async () => {
    await open('/dashboard?range=last-month');
    await answer(metricsAnswer());
    metricsRequest().flush(metricsAnswer({ totals: { ...TOTALS, intervals: 0 } }));
    await settle();
    expect(text()).toContain('Nothing to compare');
    expect(text()).not.toContain('more than');
  });

  it('does not ask for the period before where that is switched off', async () => {
    await open('/dashboard?compare=off');
    await answer(metricsAnswer());
    http.expectNone(({ url }) => url.endsWith('/metrics'));
    expect(text()).not.toContain('more than');
  });

  it('says in the household’s own figures what each tile means', async () => {
    await open('/dashboard');
    await answer(metricsAnswer());
    expect(text()).toContain('Better offCHF +0.35 Paid CHF 0.79, alone CHF 1.14.');
    expect(text()).toContain('Self-sufficiency 50 %Of 10.0 kWh, 5.00 kWh own.');
  });

  it('says up to when there are data where later ones are missing', async () => {
    await open('/dashboard');
    await answer(metricsAnswer({ dataUntil: '2026-11-21T22:45:00Z' }));
    expect(text()).toContain('Data until yesterday 23:45');
  });

  it('says how much of the figures is estimated, and what is missing', async () => {
    await open('/dashboard?range=last-month');
    const points = metricsAnswer().points.map((point) => ({ ...point, intervals: 90 }));
    await answer(metricsAnswer({ estimatedIntervals: 6, points }));
    expect(text()).toContain('1.50 hours estimated');
    expect(text()).toContain('1.50 hours missing');
  });

  it('says so when nothing was ever cleared', async () => {
    await open('/dashboard');
    await answer(metricsAnswer({ dataUntil: null, points: [], totals: { ...TOTALS, intervals: 0 } }));
    expect(text()).toContain('Nothing yet');
  });

  it('says so when nothing was cleared in the range', async () => {
    await open('/dashboard');
    await answer(metricsAnswer({ totals: { ...TOTALS, intervals: 0 } }));
    expect(text()).toContain('No figures for these days');
  });

  it('shows a failure and tries again', async () => {
    await open('/dashboard');
    metricsRequest().flush({}, { status: 503, statusText: 'Unavailable' });
    await settle();
    expect(text()).toContain('Not loaded');
    harness.routeNativeElement?.querySelector<HTMLElement>('ceex-notice button')?.click();
    await settle();
    await answer(metricsAnswer());
    expect(text()).not.toContain('Not loaded');
    expect(text()).toContain('Better off');
  });
});
