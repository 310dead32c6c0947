// What there is to see: each screen as it is, and in each of its states, brought about by what the API answers.

const ENGINE = '**/api/engine/**';
const problem = (status, code) => ({
  status,
  contentType: 'application/problem+json',
  body: JSON.stringify({ type: 'about:blank', title: code, status, code }),
});

/** All reads of the engine are answered like this. */
const engineAnswers = (answer) => (page) => page.route(ENGINE, (route) => route.fulfill(answer));
/** No answer for as long as the picture takes. */
const engineWaits = (page) => page.route(ENGINE, () => undefined);
/** The answer to one path, changed. */
const changed = (path, change) => (page) =>
  page.route(path, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: change(await response.json()) });
  });

const NOW = /\/api\/engine\/node\/\d+\/now$/;
const MARKET = /\/api\/engine\/community\/\d+\/market$/;
const METRICS = /\/api\/engine\/node\/\d+\/metrics/;

/** The screen was seen with a connection; then the connection goes, and the page is looked at again. */
async function loseConnection(page) {
  await page.waitForLoadState('networkidle');
  await page.route('**/api/**', (route) => route.abort('internetdisconnected'));
  await page.reload();
  await page.locator('ceex-offline-notice').waitFor();
}

const daysAgo = (days) => new Date(Date.now() - days * 86_400_000).toISOString();

/** A screen of a signed-in household: as it is, loading, with an error, offline, and for high contrast. */
const screen = (name, path) => [
  { name, path, role: 'prosumer' },
  {
    name: `${name}-loading`,
    path,
    role: 'prosumer',
    before: engineWaits,
    loading: true,
    after: (page) => page.locator('main').waitFor(),
  },
  { name: `${name}-error`, path, role: 'prosumer', before: engineAnswers(problem(500, 'internal')) },
  { name: `${name}-offline`, path, role: 'prosumer', after: loseConnection },
  { name: `${name}-high-contrast`, path, role: 'prosumer', contrast: 'more' },
];

export const STATES = [
  { name: 'sign-in', path: '/sign-in' },
  {
    name: 'sign-in-refused',
    path: '/sign-in',
    before: (page) => page.route('**/api/auth/login', (route) => route.fulfill(problem(401, 'wrong-credentials'))),
    after: async (page) => {
      await page.locator('input[type=email]').fill('name@example.ch');
      await page.locator('input[type=password]').fill('not the password');
      await page.locator('button[type=submit]').click();
      await page.locator('ceex-notice').waitFor();
    },
  },
  { name: 'sign-in-high-contrast', path: '/sign-in', contrast: 'more' },
  {
    name: 'tour',
    path: '/trading',
    role: 'prosumer',
    tour: true,
    viewportOnly: true,
    after: (page) => page.locator('ceex-tour, [role=dialog]').last().waitFor(),
  },
  ...screen('trading', '/trading'),
  { name: 'trading-consumer', path: '/trading', role: 'consumer' },
  {
    name: 'trading-empty',
    path: '/trading',
    role: 'prosumer',
    before: changed(NOW, (now) => ({ ...now, interval: null })),
  },
  ...screen('dashboard', '/dashboard?range=last-month'),
  { name: 'dashboard-year', path: '/dashboard?range=last-year', role: 'prosumer' },
  {
    name: 'dashboard-stale',
    path: '/dashboard?range=current-month',
    role: 'prosumer',
    before: changed(METRICS, (metrics) => ({ ...metrics, dataUntil: daysAgo(1) })),
  },
  {
    name: 'dashboard-empty',
    path: '/dashboard?range=custom&from=2001-01-01&to=2001-01-07',
    role: 'prosumer',
  },
  ...screen('community', '/community'),
  { name: 'community-interval', path: '/community?interval=48', role: 'prosumer' },
  {
    name: 'community-empty',
    path: '/community',
    role: 'prosumer',
    before: changed(MARKET, (market) => ({ ...market, lastClearing: null })),
  },
  { name: 'operator', path: '/operator', role: 'operator' },
  { name: 'account-menu', path: '/dashboard', role: 'prosumer', viewportOnly: true, after: openAccountMenu },
  { name: 'not-found', path: '/nowhere' },
  {
    name: 'unavailable',
    path: '/trading',
    role: 'prosumer',
    before: (page) => page.route('**/api/auth/**', (route) => route.abort('internetdisconnected')),
  },
];

async function openAccountMenu(page) {
  await page.locator('ceex-account-menu button').click();
  await page.locator('[role=menu]').waitFor();
}
