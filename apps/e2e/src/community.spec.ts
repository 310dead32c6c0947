import { expect, test } from './flow';
import { ownNode, signIn } from './sign-in';

test.beforeEach(async ({ page, texts }) => signIn(page, 'prosumer', texts));

test('shows a day on the grid: slider by keyboard, the day played, the table behind', async ({ page, texts }) => {
  await page.getByRole('link', { name: texts.say('shell.navigation.community') }).click();
  await expect(page.getByRole('application', { name: texts.like('community.map.label') })).toBeVisible();
  await page.getByRole('button', { name: texts.say('community.day.before') }).click();
  await expect(page).toHaveURL(/day=\d{4}-\d\d-\d\d/);

  const slider = page.getByRole('slider', { name: texts.say('community.time.slider') });
  await expect(slider).toBeVisible();
  // Noon: 48 quarters of an hour after midnight.
  await slider.focus();
  await slider.press('Home');
  await expect(slider).toHaveAttribute('aria-valuetext', `00:00–00:15. ${texts.say('community.flow.noTrade')}`);
  for (let quarter = 0; quarter < 48; quarter++) await slider.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', /^12:00–12:15/);
  await expect(page).toHaveURL(/interval=48/);
  await page.reload();
  await expect(slider).toHaveAttribute('aria-valuetext', /^12:00–12:15/);

  await page.getByRole('button', { name: texts.say('community.time.play') }).press('Enter');
  await expect(slider).toHaveAttribute('aria-valuetext', /^13:/);
  await page.getByRole('button', { name: texts.say('community.time.pause') }).press('Enter');
  await expect(page.getByRole('button', { name: texts.say('community.time.play') })).toBeVisible();
  await expect(page).toHaveURL(/interval=(4[9]|[5-9]\d)/);

  await page
    .getByRole('button', { name: texts.say('ui.table.show') })
    .first()
    .press('Enter');
  const table = page.getByRole('table').first();
  await expect(table.getByRole('columnheader', { name: texts.say('community.table.share') })).toBeVisible();
  await expect(table.getByRole('row').nth(2)).toContainText('%');
  await expect(page.locator('main')).not.toContainText(/\b(community|shell|ui)\.[a-z]|NaN|undefined|null/);
});

test('plays to the end of the day and stops', { tag: '@once' }, async ({ page, texts }) => {
  await page.goto('/community');
  await page.getByRole('button', { name: texts.say('community.day.before') }).click();
  await expect(page).toHaveURL(/day=/);
  const slider = page.getByRole('slider', { name: texts.say('community.time.slider') });
  await slider.press('End');
  for (let quarter = 0; quarter < 3; quarter++) await slider.press('ArrowLeft');
  await page.getByRole('button', { name: texts.say('community.time.play') }).press('Enter');
  await expect(slider).toHaveAttribute('aria-valuetext', /^23:45–00:00/);
  await expect(page.getByRole('button', { name: texts.say('community.time.play') })).toBeVisible();
});

test('goes closer and moves by keyboard, and shows all again', async ({ page, texts }) => {
  await page.goto('/community');
  const map = page.getByRole('application', { name: texts.like('community.map.label') });
  const own = map.locator('.node.own').first();
  const place = () => own.getAttribute('transform');
  await expect(own).toBeVisible();
  const whole = await place();
  await map.press('+');
  await expect.poll(place).not.toBe(whole);
  const closer = await place();
  await map.press('ArrowRight');
  await expect.poll(place).not.toBe(closer);
  await map.press('0');
  await expect.poll(place).toBe(whole);
});

test(
  'tells of no other household: neither on the screen nor in the answer',
  { tag: '@once' },
  async ({ page, texts }) => {
    const { communityId } = await ownNode(page);
    const read = async <T>(path: string) => (await (await page.request.get(path)).json()) as T;
    const today = new Date().toISOString().slice(0, 10);
    const { scope, edges } = await read<{ scope: string; edges: { nodeId: number }[] }>(
      `/api/engine/community/${communityId}/flows?startDate=${today}&endDate=${today}`,
    );
    const { nodes } = await read<{ nodes: { nodeId: number }[] }>('/api/auth/me');
    const grid = await read<{ nodes: { nodeId: number; kind: string }[] }>(`/api/engine/community/${communityId}/grid`);
    expect(scope).toBe('member');
    const houses = new Set(grid.nodes.filter(({ kind }) => kind === 'household').map(({ nodeId }) => nodeId));
    const shown = edges.map(({ nodeId }) => nodeId).filter((nodeId) => houses.has(nodeId));
    expect(shown).toEqual(nodes.map(({ nodeId }) => nodeId));
    await page.goto('/community');
    await expect(page.getByText(texts.like('community.privacy'))).toBeVisible();
  },
);
