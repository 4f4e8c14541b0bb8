import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from 'tiktok-sandbox/testing';
import type { PageBody } from '../../support/api-client.js';
import { seriousFindings } from '../../support/axe.js';
import { describeInBrowser, useBrowser } from '../../support/browser.js';
import { useConnector } from '../../support/connector.js';
import { UNLIMITED } from '../../support/given/answering.js';
import { ConnectedParts } from '../../support/given/connected-parts.js';

const connector = useConnector({ sandbox: UNLIMITED });
const browser = useBrowser();

/** Signs in at TikTok as this account, and agrees on each page until TikTok sends the browser back. */
async function agreeAtTikTok(page: Page, username: string): Promise<void> {
  await page.waitForURL((url) => url.href.startsWith(connector().sandbox.url));
  while (page.url().startsWith(connector().sandbox.url)) {
    const accounts = page.locator('select[name="sandbox_account"]');
    if ((await accounts.count()) > 0) await accounts.selectOption(username);
    const before = page.url();
    await page.locator('button[value="approve"]').click();
    await page.waitForURL((url) => url.href !== before && !url.pathname.includes('/callback'));
  }
}

async function newAccount(): Promise<string> {
  const username = `user_${randomUUID().slice(0, 8)}`;
  await connector().sandbox.control('/accounts', { username, videos: 1 });
  return username;
}

describeInBrowser('the accounts page', () => {
  it('connects an account through TikTok’s consent, and shows what it can do', async () => {
    const username = await newAccount();
    const page = await browser().open(connector(), `org-${username}`, '/accounts');
    await page.getByRole('heading', { name: 'No account is connected yet' }).waitFor();
    await page.getByRole('button', { name: 'Connect an account' }).first().click();
    await page.getByRole('button', { name: 'Continue to TikTok' }).click();
    await agreeAtTikTok(page, username);

    await page.getByText(`@${username} is connected`).waitFor();
    await page.getByRole('link', { name: `Details of @${username}` }).click();
    await page.getByRole('list', { name: 'Works' }).getByText('Answer comments').waitFor();
    expect(page.url()).toContain(`${connector().url}/admin/accounts/`);
    expect(await seriousFindings(page)).toEqual([]);
    expect(browser().errors).toEqual([]);
  });

  it('requests only the permissions that the admin leaves ticked', async () => {
    const username = await newAccount();
    const page = await browser().open(connector(), `org-${username}`, '/accounts?connect=true');
    await page.getByLabel('Publish posts').uncheck();
    await page.getByLabel('Answer comments and messages, and read insights').uncheck();
    await page.getByRole('button', { name: 'Continue to TikTok' }).click();
    await agreeAtTikTok(page, username);
    await page.getByRole('link', { name: `Details of @${username}` }).click();

    await page.getByText('Does not work: Publish publicly').waitFor();
    const alert = page.getByRole('alert').filter({ hasText: 'Publish publicly' });
    await alert.getByRole('button', { name: 'Connect again' }).click();
    expect(await page.getByLabel('Publish posts').isChecked()).toBe(true);
  });

  it('explains in plain words that the user has cancelled at TikTok', async () => {
    const page = await browser().open(connector(), `org-${randomUUID()}`, '/accounts?connect=true');
    await page.getByRole('button', { name: 'Continue to TikTok' }).click();
    await page.locator('button[value="deny"]').click();

    await page.getByText('You cancelled at TikTok. Nothing has changed.').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.waitForURL(`${connector().url}/admin/accounts`);
  });

  it('never repeats the free text of an address', async () => {
    const page = await browser().open(
      connector(),
      `org-${randomUUID()}`,
      '/accounts?status=error&code=Call%20555',
    );

    await page.getByText('Code: unknown').waitFor();
    expect(await page.getByText('555').count()).toBe(0);
  });

  it('reconnects an account whose access has ended', async () => {
    const parts = await ConnectedParts.connect(connector());
    await parts.end('login');
    const page = await browser().open(connector(), parts.organisationId, '/accounts');
    await page.getByText('Access ended').waitFor();
    await page.getByRole('link', { name: `Details of @${parts.username}` }).click();
    await page.getByRole('button', { name: 'Reconnect', exact: true }).first().click();
    await page.getByText(`At TikTok, sign in as @${parts.username}.`).waitFor();
    await page.getByRole('button', { name: 'Continue to TikTok' }).click();
    await agreeAtTikTok(page, parts.username);

    await page.getByText(`@${parts.username} is connected`).waitFor();
    await page.getByText('Access ended').waitFor({ state: 'detached' });
  });

  it('connects ad accounts, and names them', async () => {
    const parts = await ConnectedParts.connect(connector());
    const page = await browser().open(connector(), parts.organisationId, `/accounts/${parts.integrationId}`);
    await page.getByRole('button', { name: 'Connect: Ad accounts' }).click();
    await agreeAtTikTok(page, parts.username);

    await page.getByText('Sandbox Store US').waitFor({ timeout: 60_000 });
  });

  it('disconnects an account after its name was typed, and says what is lost', async () => {
    const parts = await ConnectedParts.connect(connector());
    const page = await browser().open(connector(), parts.organisationId, `/accounts/${parts.integrationId}`);
    await page.getByRole('button', { name: 'Disconnect…' }).click();
    const confirm = page.getByRole('button', { name: 'Disconnect and delete' });
    await page.getByText('No post is waiting to be published.').waitFor();
    expect(await confirm.isDisabled()).toBe(true);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByLabel(`Type @${parts.username} to confirm`).fill(parts.username);
    await confirm.click();

    await page.waitForURL(`${connector().url}/admin/accounts`);
    const isPurged = await eventually(async () => {
      const { body } = await parts.api.get<PageBody<unknown>>('/api/integrations');
      return body.items.length === 0;
    });
    expect(isPurged).toBe(true);
  });

  it('shows viewers what works, and no button that the service would refuse', async () => {
    const parts = await ConnectedParts.connect(connector());
    const page = await browser().open(connector(), parts.organisationId, `/accounts/${parts.integrationId}`, {
      role: 'viewer',
    });

    await page.getByRole('list', { name: 'Works' }).waitFor();
    expect(await page.getByRole('button', { name: /connect/i }).count()).toBe(0);
  });
});
