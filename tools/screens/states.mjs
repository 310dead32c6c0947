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

/** A link of a letter, as good as the server says. The shape is that of a real token. */
const link = (path, answers) => ({
  path: `${path}#${'A'.repeat(43)}`,
  before: (page) =>
    page.route(/\/api\/(auth|invitations)\/[^?]*(check|look|confirm-email)$/, (route) => route.fulfill(answers)),
});
const json = (body) => ({ status: 200, contentType: 'application/json', body: JSON.stringify(body) });
const deadLink = problem(410, 'link-not-valid');
const invited = json({
  kind: 'member',
  community: 'Sonnendorf',
  nodes: ['Lindenweg 12'],
  email: 'name@example.ch',
  language: 'de',
  expiresAt: new Date(Date.now() + 7 * 86_400_000).toISOString(),
  hasAccount: false,
});

/** Pages of people who are not signed in. */
const gate = [
  { name: 'request-reset', path: '/request-reset' },
  { name: 'reset-password', ...link('/reset-password', json({ usable: true, email: 'name@example.ch' })) },
  { name: 'reset-password-dead', ...link('/reset-password', json({ usable: false })) },
  { name: 'accept-invitation', ...link('/accept-invitation', invited) },
  { name: 'accept-invitation-dead', ...link('/accept-invitation', deadLink) },
  {
    name: 'sign-in-second-step',
    path: '/sign-in',
    before: (page) =>
      page.route('**/api/auth/login', (route) => {
        const answer = { type: 'about:blank', title: '', status: 401, code: 'second-factor-required' };
        const body = JSON.stringify({ ...answer, methods: ['totp', 'recovery-code'] });
        return route.fulfill({ status: 401, contentType: 'application/problem+json', body });
      }),
    after: async (page) => {
      await page.locator('input[type=email]').fill('name@example.ch');
      await page.locator('input[type=password]').fill('the right password');
      await page.locator('button[type=submit]').click();
      await page.locator('input[autocomplete=one-time-code]').waitFor();
    },
  },
];

/** The Account page, the operator's console and the server's administration. */
const consoles = [
  ...screen('account', '/account').filter(({ name }) => !name.endsWith('offline')),
  ...['market', 'members', 'invitations', 'invitations/list', 'mail', 'mail/local', 'audit'].map((page) => ({
    name: `operator-${page.replace('/', '-')}`,
    path: `/operator/${page}`,
    role: 'operator',
  })),
  ...['communities', 'communities/new', 'mail', 'audit'].map((page) => ({
    name: `admin-${page.replace('/', '-')}`,
    path: `/admin/${page}`,
    role: 'administrator',
  })),
  { name: 'no-access', path: '/operator', role: 'consumer' },
];

export const STATES = [
  ...gate,
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
  ...consoles,
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
  await page.locator('ceex-account-button button').click();
  await page.locator('[role=menu]').waitFor();
}
