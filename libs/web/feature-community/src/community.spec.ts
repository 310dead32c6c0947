import { provideHttpClientTesting, HttpTestingController } from '@angular/common/http/testing';
import { DeferBlockBehavior, TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { SIGNED_IN_HINT } from '@ceex/contracts';
import { OPEN_EVENT_SOURCE, provideDataAccess, ServerClock, Session } from '@ceex/web-data-access';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { Community } from './community';
import { historyAnswer } from './testing/history-answer';
import { marketAnswer } from './testing/market-answer';
import { SMALL_GRID, smallFlows } from './testing/small-grid';

const ME = {
  userId: '5f0c7f0e-9d7b-4b6e-8f0a-0a8f3f6a2d11',
  email: 'lea@example.org',
  language: 'en',
  operates: [],
  administers: false,
  nodes: [{ nodeId: 3, communityId: 1 }],
};
const TEXTS = {
  community: {
    flow: {
      traded: 'Traded {{energy}} at {{price}}.',
      noTrade: 'Nobody traded.',
      notCleared: 'Not cleared.',
      ownSold: '{{energy}} out.',
      fullest: '{{from}} – {{to}}: {{share}}.',
      line: '{{energy}} from {{from}} to {{to}}: {{share}}.',
      hidden: 'Hidden {{from}} – {{to}}.',
      nodePrice: 'Price {{price}}.',
    },
    kind: { household: 'house' },
    privacy: '{{count}} lines hidden',
    day: { before: 'The day before' },
    empty: { heading: 'No clearing yet', text: 'Due {{time}}', day: 'Nothing on this day' },
    tiles: { tooFew: 'Too few', members: { label: 'Households' } },
    error: { page: 'Page not loaded', flows: 'Flows not loaded', retry: 'Try again' },
  },
};

describe('Community', () => {
  let http: HttpTestingController;
  let harness: RouterTestingHarness;

  const listeners = new Map<string, (event: MessageEvent) => void>();
  const source = {
    readyState: 1,
    addEventListener: (name: string, heard: (event: MessageEvent) => void) => void listeners.set(name, heard),
    close: () => undefined,
  };

  beforeEach(async () => {
    TestBed.configureTestingModule({
      deferBlockBehavior: DeferBlockBehavior.Manual,
      imports: [
        TranslocoTestingModule.forRoot({
          langs: { en: TEXTS },
          translocoConfig: { availableLangs: ['en'], defaultLang: 'en', missingHandler: { logMissingKey: false } },
          preloadLangs: true,
        }),
      ],
      providers: [
        provideRouter([{ path: 'community', component: Community }], withComponentInputBinding()),
        provideDataAccess(),
        provideHttpClientTesting(),
        { provide: OPEN_EVENT_SOURCE, useValue: () => source },
        { provide: ServerClock, useValue: { now: () => Date.parse('2026-11-22T12:35:00Z'), learn: () => undefined } },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    document.cookie = `${SIGNED_IN_HINT}=1`;
    const restored = TestBed.inject(Session).restore();
    http.expectOne('/api/auth/me').flush(ME);
    await restored;
  });

  async function settle(): Promise<void> {
    for (let turn = 0; turn < 5; turn++) {
      await new Promise((done) => setTimeout(done));
      TestBed.tick();
    }
  }

  const request = (end: string) => http.expectOne(({ url }) => url.endsWith(end));

  /** Opens an address; the market and the grid answer, flows and history are left to the spec. */
  async function open(address: string, market = marketAnswer()): Promise<void> {
    harness = await RouterTestingHarness.create();
    void TestBed.inject(Router).navigateByUrl(address);
    await settle();
    request('/market').flush(market);
    request('/grid').flush(SMALL_GRID);
    await settle();
  }

  const page = () => harness.routeNativeElement!;
  const text = () => (page().textContent ?? '').replaceAll(/[\u00a0\s]+/g, ' ');
  const slider = () => page().querySelector<HTMLInputElement>('input[type=range]')!;

  it('shows the latest interval of the day of the last clearing, in words', async () => {
    await open('/community');
    const flows = request('/flows');
    expect(flows.request.params.get('startDate')).toBe('2026-11-22');
    flows.flush(smallFlows());
    await settle();
    expect(slider().valueAsNumber).toBe(53);
    expect(text()).toContain('13:15–13:30');
    expect(text()).toContain('Nobody traded.');
    expect(text()).toContain('2 lines hidden');
  });

  it('shows the interval in the address, and the one that the slider goes to', async () => {
    await open('/community?day=2026-11-22&interval=52');
    request('/flows').flush(smallFlows());
    await settle();
    expect(text()).toContain('Traded 3.00 kWh at 14.2 Rp./kWh. 1.00 kWh out. Trafo Dorf – Kabine Lindenweg: 85 %.');
    slider().value = '54';
    slider().dispatchEvent(new Event('input'));
    await settle();
    expect(text()).toContain('Not cleared.');
    expect(slider().getAttribute('aria-valuetext')).toBe('13:30–13:45. Not cleared.');
  });

  it('goes on with the next interval when the latest one is looked at', async () => {
    await open('/community');
    request('/flows').flush(smallFlows());
    request('/history').flush(historyAnswer());
    await settle();
    const later = { start: '2026-11-22T12:30:00Z', tradedWh: 500, priceMicroPerKwh: 150_000 };
    const { intervals, edges } = smallFlows();
    listeners.get('clearing')?.(
      new MessageEvent('clearing', {
        data: JSON.stringify({ first: later.start, start: later.start, version: 1, intervals: 1 }),
        lastEventId: '7',
      }),
    );
    await settle();
    request('/market').flush(marketAnswer());
    request('/history').flush(historyAnswer());
    const changed = edges.map((edge) => ({ ...edge, flowsWh: [...edge.flowsWh, 100] }));
    request('/flows').flush(smallFlows({ intervals: [...intervals, later], edges: changed }));
    await settle();
    expect(slider().valueAsNumber).toBe(54);
    expect(text()).toContain('Traded 0.50 kWh at 15.0 Rp./kWh.');
  });

  it('shows another day, and says so when nothing was cleared on it', async () => {
    await open('/community');
    request('/flows').flush(smallFlows());
    await settle();
    page().querySelector<HTMLElement>('ceex-day-picker button')?.click();
    await settle();
    const flows = request('/flows');
    expect(flows.request.params.get('startDate')).toBe('2026-11-21');
    flows.flush(smallFlows({ intervals: [], edges: [], prices: [] }));
    await settle();
    expect(text()).toContain('Nothing on this day');
    expect(TestBed.inject(Router).url).toBe('/community?day=2026-11-21');
  });

  it('shows the grid before the first clearing, and when that is due', async () => {
    await open('/community', marketAnswer({ lastClearing: null }));
    http.expectNone(({ url }) => url.endsWith('/flows'));
    expect(text()).toContain('No clearing yet');
    expect(text()).toMatch(/Due today 13:45/);
    expect(page().querySelector('ceex-grid-map')).not.toBeNull();
  });

  it('keeps sums back where they would tell of single households', async () => {
    await open('/community');
    request('/history').flush(historyAnswer({ totals: null }));
    await settle();
    expect(text()).toContain('Households 10');
    expect(text()).toContain('Too few');
  });

  it('shows a failure of the day and tries again', async () => {
    await open('/community');
    request('/flows').flush({}, { status: 503, statusText: 'Unavailable' });
    await settle();
    expect(text()).toContain('Flows not loaded');
    page().querySelector<HTMLElement>('ceex-notice button')?.click();
    await settle();
    request('/flows').flush(smallFlows());
    await settle();
    expect(text()).not.toContain('Flows not loaded');
  });
});
