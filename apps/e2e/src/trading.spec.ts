import { expect, test, type Page, type Texts } from './flow';
import { ownNode, signIn, speak } from './sign-in';
import { t, type Language } from './texts';

interface Metrics {
  readonly points: readonly { readonly start: string; readonly soldLocalWh: number }[];
  readonly totals: { readonly soldLocalWh: number };
}

const DAY_MS = 86_400_000;
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

async function metrics(page: Page, nodeId: number, startDate: string, endDate: string): Promise<Metrics> {
  const query = new URLSearchParams({ startDate, endDate, resolution: 'day' });
  const answer = await page.request.get(`/api/engine/node/${nodeId}/metrics?${query}`);
  expect(answer.status()).toBe(200);
  return (await answer.json()) as Metrics;
}

/** The day of the last months on which the node sold most. */
async function bestDay(page: Page, nodeId: number): Promise<string> {
  const { points } = await metrics(page, nodeId, dayOf(Date.now() - 300 * DAY_MS), dayOf(Date.now() - 2 * DAY_MS));
  const best = points.reduce((a, b) => (b.soldLocalWh > a.soldLocalWh ? b : a));
  // A local day begins before midnight UTC: its noon lies in the day of its name.
  return dayOf(Date.parse(best.start) + DAY_MS / 2);
}

async function setLowestSell(page: Page, texts: Texts, key: 'Home' | 'End'): Promise<void> {
  await page.goto('/trading');
  const handle = page.getByRole('slider', { name: texts.like('ui.ruler.lowestSell') });
  const target = (await handle.getAttribute(key === 'Home' ? 'aria-valuemin' : 'aria-valuemax')) ?? '';
  if ((await handle.getAttribute('aria-valuenow')) === target) return;
  await handle.press(key);
  await expect(handle).toHaveAttribute('aria-valuenow', target);
  await page.getByRole('button', { name: texts.say('trading.save.save'), exact: true }).click();
  await expect(page.getByText(texts.say('trading.save.saved'))).toBeVisible();
  await page.reload();
  await expect(handle).toHaveAttribute('aria-valuenow', target);
}

test('shows now, the price ruler, strategies, neighbours, plants and profile from the market', async ({
  page,
  texts,
}) => {
  await signIn(page, 'prosumer', texts);
  await expect(page).toHaveURL(/trading/);
  await expect(page.getByText(texts.like('trading.now.next', 'trading.now.running'))).toBeVisible();
  await expect(page.getByRole('slider', { name: texts.like('ui.ruler.lowestSell') })).toBeVisible();
  await expect(page.getByRole('slider', { name: texts.like('ui.ruler.highestPay') })).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(3);
  // Further down, panels come with the page as it is read.
  await page.getByRole('heading', { name: texts.say('trading.profile.title') }).scrollIntoViewIfNeeded();
  for (const panel of ['why', 'neighbours', 'forecast', 'plants', 'profile']) {
    await expect(page.getByRole('heading', { name: texts.say(`trading.${panel}.title`) })).toBeVisible();
  }
  await expect(page.getByText(/kWp/).first()).toBeVisible();
  // No translation key and no unformatted value reaches the screen.
  await expect(page.locator('main')).not.toContainText(/trading\.|shell\.|ui\.|NaN|undefined|null/);
});

test('undo brings the saved limits back', async ({ page, texts }) => {
  await signIn(page, 'prosumer', texts);
  const handle = page.getByRole('slider', { name: texts.like('ui.ruler.lowestSell') });
  const before = await handle.getAttribute('aria-valuenow');
  await handle.press('PageUp');
  await handle.press('ArrowLeft');
  await expect(page.getByText(texts.say('trading.save.unsaved'), { exact: true })).toBeVisible();
  await page.getByRole('button', { name: texts.say('trading.save.undo') }).click();
  await expect(handle).toHaveAttribute('aria-valuenow', before ?? '');
  await expect(page.getByText(texts.say('trading.save.unsaved'), { exact: true })).toBeHidden();
});

test(
  'new limits are used when the operator clears a past day again',
  { tag: '@once' },
  async ({ page, browser, texts }) => {
    test.slow();
    await signIn(page, 'prosumer', texts);
    const { nodeId, communityId } = await ownNode(page);
    const day = await bestDay(page, nodeId);
    const sold = async () => (await metrics(page, nodeId, day, day)).totals.soldLocalWh;

    const operator = await browser.newPage();
    await signIn(operator, 'operator', texts);
    const clearAgain = async () => {
      await operator.getByLabel(texts.say('operator.again.day')).fill(day);
      const accepted = operator.waitForResponse((answer) => answer.request().method() === 'POST');
      await operator.getByRole('button', { name: texts.say('operator.again.submit') }).click();
      expect((await accepted).status()).toBeLessThan(300);
      await expect(operator.getByText(texts.like('operator.again.done'))).toBeVisible();
      // The engine takes them up at once; when none waits any more, all are done.
      const waiting = async () => {
        const market = await operator.request.get(`/api/engine/community/${communityId}/market`);
        return ((await market.json()) as { pendingIntervals: number }).pendingIntervals;
      };
      await expect.poll(waiting, { timeout: 30_000 }).toBe(0);
    };

    await setLowestSell(page, texts, 'Home');
    await clearAgain();
    const willing = await sold();
    expect(willing).toBeGreaterThan(0);

    await setLowestSell(page, texts, 'End');
    await clearAgain();
    expect(await sold()).toBeLessThan(willing);

    await setLowestSell(page, texts, 'Home');
    await clearAgain();
    expect(await sold()).toBe(willing);
    await operator.close();
  },
);

test('speaks the other language too, and remembers it', async ({ page, texts }) => {
  await signIn(page, 'consumer', texts);
  const title = (language: Language) => page.getByRole('heading', { name: t(language, 'trading.price.title') });
  const other = texts.language === 'en' ? 'de' : 'en';
  await speak(page, other);
  await expect(title(other)).toBeVisible();
  await page.reload();
  await expect(title(other)).toBeVisible();

  await speak(page, texts.language);
  await expect(title(texts.language)).toBeVisible();
});
