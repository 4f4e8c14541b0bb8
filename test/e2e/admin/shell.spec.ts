import { expect, it } from '@jest/globals';
import { describeInBrowser, useBrowser } from '../../support/browser.js';
import { useConnector } from '../../support/connector.js';

const connector = useConnector();
const browser = useBrowser();

describeInBrowser('the admin UI', () => {
  it('signs in with the token of a link, which disappears from the address', async () => {
    const page = await browser().open(connector(), 'acme', '/accounts');

    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(page.url()).toBe(`${connector().url}/admin/accounts`);
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(browser().errors).toEqual([]);
  });

  it('shows no page to a user without a token', async () => {
    const page = await browser().open(connector(), 'acme');
    await page.evaluate('sessionStorage.clear()');
    await page.goto(`${connector().url}/admin/inbox`);

    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });

  it('goes from page to page with the accounts that several of them list', async () => {
    const tenant = await connector().tenant();
    const page = await browser().open(connector(), tenant.organisationId, '/inbox');
    for (const name of ['Publish', 'Engagement', 'Operate', 'Accounts', 'Inbox', 'Publish']) {
      await page.getByRole('link', { name, exact: true }).click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
    }
    await page.goto(`${connector().url}/admin/inbox`);
    await page.getByRole('combobox', { name: 'Account' }).first().waitFor();
    await page.getByRole('link', { name: 'Publish', exact: true }).click();
    await page.getByRole('link', { name: 'New post' }).first().click();
    await page.getByText('You post as').waitFor();

    expect(browser().errors).toEqual([]);
  });

  it('shows viewers only what they may use', async () => {
    const page = await browser().open(connector(), 'acme', '/', { role: 'viewer' });

    await page.getByRole('link', { name: 'Inbox' }).waitFor();
    expect(await page.getByRole('link', { name: 'Operate' }).count()).toBe(0);
  });

  it('changes the language, and keeps it', async () => {
    const page = await browser().open(connector(), 'acme');
    await page.getByRole('button', { name: 'Language' }).click();
    await page.getByRole('menuitem', { name: 'Deutsch' }).click();

    await page.getByRole('link', { name: 'Posteingang' }).waitFor();
    await page.reload();
    await page.getByRole('link', { name: 'Posteingang' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
  });

  it('opens the languages by keyboard, and closes them again', async () => {
    const page = await browser().open(connector(), 'acme');
    const button = page.getByRole('button', { name: 'Language' });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Deutsch' }).waitFor();
    await page.keyboard.press('Escape');

    await page.getByRole('menuitem', { name: 'Deutsch' }).waitFor({ state: 'hidden' });
    await page.locator('button[aria-label="Language"]:focus').waitFor();
  });

  it('loads its first page with less than 250 KB, compressed', async () => {
    const { url } = connector();
    const html = await (await fetch(`${url}/admin`)).text();
    const page = await browser().open(connector(), 'acme');
    await page.waitForLoadState('networkidle');
    const files: string[] = await page.evaluate(
      'performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.includes("/assets/"))',
    );
    const sizes = await Promise.all(
      files.map(async (file) => {
        const { headers } = await fetch(file, { headers: { 'accept-encoding': 'gzip' } });
        return Number(headers.get('content-length'));
      }),
    );

    expect(files.length).toBeGreaterThan(2);
    expect(sizes.every((size) => size > 0)).toBe(true);
    expect(html.length + sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(250 * 1024);
  });
});
