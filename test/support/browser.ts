import { existsSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, jest } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { buildAdmin } from '../../scripts/build-admin.mjs';
import { CHROMIUM, launchChromium } from '../../scripts/screenshots/chromium.js';
import type { RunningConnector } from './connector.js';

const BUILD_TAKES_MS = 120_000;
const FINDS_WITHIN_MS = 25_000;
// A browser, the service and the sandbox share the processor with other specs.
const TEST_TAKES_MS = 90_000;

const isInstalled = existsSync(CHROMIUM);

/** `describe` for tests in a browser. Without one they are reported as skipped; `.ci/run` installs it. */
export function describeInBrowser(name: string, tests: () => void): void {
  // Looked up at each call: a worker keeps this module, and each spec file has a `describe` of its own.
  if (isInstalled) describe(name, tests);
  else describe.skip(`${name} (needs Chromium: ${CHROMIUM} is missing)`, tests);
}

export interface AdminPages {
  /** Opens a page of the admin UI, signed in for an organisation. It fails the test later if the page logs an error. */
  open(
    connector: RunningConnector,
    organisationId: string,
    path?: string,
    options?: BrowserContextOptions & { role?: 'viewer' | 'editor' | 'admin' | 'operator' },
  ): Promise<Page>;
  /** Errors that pages have logged during the test. */
  errors: string[];
}

/** One browser for all tests of a file. */
export function useBrowser(): () => AdminPages {
  let browser: Browser | undefined;
  if (isInstalled) jest.setTimeout(TEST_TAKES_MS);
  const errors: string[] = [];
  beforeAll(async () => {
    if (!isInstalled) return;
    await buildAdmin();
    browser = await launchChromium();
  }, BUILD_TAKES_MS);
  beforeEach(() => void errors.splice(0));
  afterAll(async () => await browser?.close());

  const open: AdminPages['open'] = async (connector, organisationId, path = '/', options = {}) => {
    const { role = 'admin', ...context } = options;
    const page = await (await browser!.newContext({ locale: 'en-US', ...context })).newPage();
    // Below the limit of a test, so that a failure names what the page does not show.
    page.setDefaultTimeout(FINDS_WITHIN_MS);
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(`${connector.url}/admin${path}#token=${connector.token(organisationId, role)}`);
    return page;
  };
  return () => ({ open, errors });
}
