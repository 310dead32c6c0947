import { defineConfig } from '@playwright/test';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FlowOptions } from './src/flow';

const root = join(import.meta.dirname, '../..');
const port = (process.env['E2E_PORT'] ??= '3410');
// Workers load this file again: they must find the state that the first one chose.
const home = (process.env['E2E_HOME'] ??= mkdtempSync(join(tmpdir(), 'ceex-e2e-')));

// The browser's language decides until somebody has signed in; from then on that of the user, which the flow chooses.
const english = { locale: 'en-GB', language: 'en' } as const;
const german = { locale: 'de-CH', language: 'de' } as const;
const desktop = { viewport: { width: 1440, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };

export default defineConfig<FlowOptions>({
  testDir: 'src',
  outputDir: 'test-results',
  workers: 1,
  forbidOnly: true,
  reporter: 'list',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: `http://localhost:${port}`,
    // The tour of the first visit has a flow of its own.
    storageState: {
      cookies: [],
      origins: [{ origin: `http://localhost:${port}`, localStorage: [{ name: 'ceex.tour', value: 'done' }] }],
    },
    timezoneId: 'Europe/Zurich',
    trace: 'retain-on-failure',
    launchOptions: {
      // `npm test` finds one and names it here.
      executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  // Each flow runs in both languages and at both widths. To keep this short, only the flows tagged @everywhere run in
  // every combination, and those tagged @once, whose subject is neither words nor width, in one.
  projects: [
    { name: 'desktop-en', use: { ...desktop, ...english } },
    { name: 'phone-de', use: { ...phone, ...german }, grepInvert: /@once/ },
    { name: 'desktop-de', use: { ...desktop, ...german }, grep: /@everywhere/ },
    { name: 'phone-en', use: { ...phone, ...english }, grep: /@everywhere/ },
  ],
  webServer: {
    // The real launcher: what a newcomer runs, with a state of its own.
    command: 'node tools/start.mjs',
    cwd: root,
    env: {
      ...process.env,
      CEEX_HOME: home,
      PORT: port,
      // The flows sign in, and ask for letters, more often than people do.
      SIGN_IN_LIMIT_ADDRESS: '10000',
      SIGN_IN_LIMIT_ACCOUNT: '10000',
      LETTER_LIMIT_ACCOUNT: '10000',
      CALLS_PER_MINUTE_FACTOR: '10',
      OPEN_REGISTRATION: 'true',
    } as Record<string, string>,
    url: `http://localhost:${port}/api/health/ready`,
    timeout: 300_000,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
  },
});
