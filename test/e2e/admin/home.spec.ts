import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { seriousFindings } from '../../support/axe.js';
import { describeInBrowser, useBrowser } from '../../support/browser.js';
import { useConnector } from '../../support/connector.js';
import { UNLIMITED } from '../../support/given/answering.js';
import { ConnectedParts } from '../../support/given/connected-parts.js';

const connector = useConnector({ sandbox: UNLIMITED });
const browser = useBrowser();

describeInBrowser('the start page', () => {
  it('leads a new organisation to its first account', async () => {
    const page = await browser().open(connector(), `org-${randomUUID()}`);
    await page.getByRole('heading', { name: 'First steps' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('link', { name: 'Connect an account' }).click();

    await page.getByRole('dialog', { name: 'Connect a TikTok account' }).waitFor();
    expect(browser().errors).toEqual([]);
  });

  it('leads an organisation with an account to its first post, and fetches its figures', async () => {
    const { organisationId } = await connector().tenant({ videos: 2 });
    const page = await browser().open(connector(), organisationId);
    const steps = page.getByRole('region', { name: 'First steps' });
    await steps.getByRole('link', { name: 'Create a post' }).waitFor();
    const fetching = steps.getByRole('button', { name: 'Fetch now' });
    if (await fetching.isVisible()) await fetching.click();

    await steps.getByRole('listitem').filter({ hasText: 'Fetch videos' }).getByLabel('Done').waitFor();
    expect(await steps.getByRole('link', { name: 'Create a post' }).getAttribute('href')).toBe(
      '/admin/publish/new',
    );
  });

  it('names an account whose access has ended, and leads to its page', async () => {
    const parts = await ConnectedParts.connect(connector());
    await parts.end('login');
    const page = await browser().open(connector(), parts.organisationId);
    await page.getByRole('link', { name: `Access to @${parts.username} has ended` }).click();

    await page.waitForURL(`${connector().url}/admin/accounts/${parts.integrationId}`);
    await page.getByRole('button', { name: 'Reconnect', exact: true }).first().waitFor();
  });

  it('says that nothing needs the user, and shows unknown figures as unknown', async () => {
    const { organisationId } = await connector().tenant();
    const page = await browser().open(connector(), organisationId);
    await page.getByRole('heading', { name: 'Nothing needs you now' }).waitFor();

    const figures = page.getByRole('region', { name: 'Yesterday' });
    await figures.getByText('Views').waitFor();
    expect(await figures.getByTitle('unknown').count()).toBe(4);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('says which part of the list is missing when the service fails', async () => {
    const { organisationId } = await connector().tenant();
    const page = await browser().open(connector(), organisationId, '/accounts');
    await page.route('**/api/crm/conversations*', (route) => route.fulfill({ status: 404, body: '{}' }));
    await page.getByRole('link', { name: 'Home' }).click();

    await page.getByText('Part of this list could not be loaded.').waitFor();
    expect(await page.getByRole('heading', { name: 'Nothing needs you now' }).count()).toBe(0);
  });

  it('shows viewers no step that they may not take', async () => {
    const page = await browser().open(connector(), `org-${randomUUID()}`, '/', { role: 'viewer' });

    await page.getByText('An admin of your organisation does this.').first().waitFor();
    expect(await page.getByRole('link', { name: 'Connect an account' }).count()).toBe(0);
  });
});
