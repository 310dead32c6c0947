// Through the proxy, as a person: signs in and sees Trading. And what the deployment promises about headers and files.
import { chromium } from '@playwright/test';
import assert from 'node:assert/strict';

/** Throws at the first thing that is not as it should be; resolves to what it looked at. */
export async function smokeFlow({ domain, executablePath, identity }) {
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', `--host-resolver-rules=MAP ${domain} 127.0.0.1`],
  });
  try {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'en-GB', serviceWorkers: 'block' });
    await context.addInitScript(() => localStorage.setItem('ceex.tour', 'done'));
    const page = await context.newPage();
    const faults = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on(
      'console',
      (message) => /Content Security Policy|Trusted/.test(message.text()) && faults.push(message.text()),
    );
    const answers = [];
    page.on('response', (answer) => answers.push(answer));
    await signIn(page, `https://${domain}`, identity);
    await seeTrading(page);
    await checkAnswers(answers);
    await checkAddresses(page);
    assert.deepEqual(faults, []);
    return { files: answers.length, cookies: await checkCookies(context) };
  } finally {
    await browser.close();
  }
}

async function signIn(page, origin, { email, password }) {
  await page.goto(`${origin}/`);
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[type=password]').fill(password);
  await page.locator('form button[type=submit]').click();
  await page.waitForURL(/\/trading/, { timeout: 60_000 });
}

async function seeTrading(page) {
  await page.getByRole('slider').first().waitFor({ timeout: 60_000 });
  // Three strategies.
  await page.getByRole('radio').nth(2).waitFor();
  const text = await page.locator('main').innerText();
  assert.match(text, /kWh|Rp/);
  assert.doesNotMatch(text, /NaN|undefined/);
}

/** What the browser loaded came compressed, hashed files to be kept, and all with the headers of the BFF. */
async function checkAnswers(answers) {
  const headersOf = async (pattern) => {
    const found = answers.find((answer) => pattern.test(new URL(answer.url()).pathname) && answer.status() === 200);
    assert.ok(found, `nothing like ${pattern} was loaded`);
    return found.allHeaders();
  };
  const [page, script, api] = await Promise.all([/^\/$/, /^\/main-.*\.js$/, /^\/api\/engine\//].map(headersOf));
  assert.equal(page['cache-control'], 'no-cache');
  assert.match(script['cache-control'], /immutable/);
  assert.equal(script['content-encoding'], 'br');
  assert.equal(api['cache-control'], 'no-store');
  for (const name of ['content-security-policy', 'strict-transport-security', 'referrer-policy', 'x-frame-options'])
    assert.equal(page[name], api[name], `${name} of web and BFF`);
}

/** Asked by the page: the browser alone knows where the host is. */
async function checkAddresses(page) {
  const ask = (path) =>
    page.evaluate(async (address) => {
      const answer = await fetch(address);
      return { status: answer.status, text: await answer.text() };
    }, path);
  for (const path of ['/nothing.js', '/.env', '/api/nothing', '/api']) {
    const { status, text } = await ask(path);
    assert.deepEqual([path, status, JSON.parse(text).code], [path, 404, 'not-found']);
  }
  assert.equal((await ask('/api/health/ready')).status, 200);
  assert.equal(JSON.parse((await ask('/manifest.webmanifest')).text).name, 'CEEX "in" containers');
  assert.match((await ask('/apiary')).text, /<ceex-root/);
  assert.equal((await fetch('http://127.0.0.1/', { redirect: 'manual' })).status, 308);
}

async function checkCookies(context) {
  const cookies = await context.cookies();
  assert.ok(cookies.length > 1);
  for (const { name, secure } of cookies) assert.deepEqual([name, secure], [name, true]);
  // A script may see that somebody is signed in, and nothing more.
  const readable = cookies.filter(({ httpOnly }) => !httpOnly).map(({ name, value }) => `${name}=${value}`);
  assert.deepEqual(readable, ['ceex_signed_in=1']);
  return cookies.length;
}
