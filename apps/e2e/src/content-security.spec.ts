import { expect, test, type Page } from './flow';
import { signIn } from './sign-in';

const PAGES = {
  prosumer: ['/trading', '/dashboard', '/dashboard?range=last-month', '/community'],
  operator: ['/community', '/operator'],
} as const;

/** What the browser says against a page: violations of the policy, and whatever else breaks. */
async function watch(page: Page): Promise<string[]> {
  const faults: string[] = [];
  await page.exposeFunction('tellOfViolation', (fault: string) => faults.push(fault));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const tell = (window as unknown as { tellOfViolation: (fault: string) => void }).tellOfViolation;
      tell(
        `${event.effectiveDirective}: ${event.blockedURI} ${event.sample} (${event.sourceFile}:${event.lineNumber})`,
      );
    });
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (/content security policy|trusted ?(types|html|script)/i.test(message.text())) faults.push(message.text());
  });
  return faults;
}

test.describe('the content security policy @once', () => {
  for (const role of ['prosumer', 'operator'] as const) {
    test(`is kept by every page of a ${role}`, async ({ page, texts }) => {
      const faults = await watch(page);
      await signIn(page, role, texts);
      for (const path of PAGES[role]) {
        await page.goto(path);
        await expect(page.getByRole('main')).toBeVisible();
        await page.waitForLoadState('networkidle');
        // Charts are made, and their tooltips shown, where somebody looks.
        for (const chart of await page.locator('canvas').all()) {
          await chart.scrollIntoViewIfNeeded();
          await chart.hover({ force: true });
        }
      }
      expect(faults).toEqual([]);
    });
  }

  test('lets no text become markup', async ({ page }) => {
    await page.goto('/sign-in');
    const refused = await page.evaluate(() => {
      try {
        document.body.insertAdjacentHTML('beforeend', '<img src="x">');
        return false;
      } catch (error) {
        return error instanceof TypeError;
      }
    });
    expect(refused).toBe(true);
  });
});
