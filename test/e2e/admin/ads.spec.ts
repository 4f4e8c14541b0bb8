import { beforeAll, expect, it } from '@jest/globals';
import { seriousFindings } from '../../support/axe.js';
import { describeInBrowser, useBrowser } from '../../support/browser.js';
import { useConnector } from '../../support/connector.js';
import { AdsAccount, WITH_ADS } from '../../support/given/ads-account.js';

const connector = useConnector(WITH_ADS);
const browser = useBrowser();
const CUSTOMERS = [
  'email',
  ...Array.from({ length: 1_500 }, (_, index) => `user${index}@example.com`),
  'broken',
];

describeInBrowser('the ads pages', () => {
  let account: AdsAccount;
  let campaigns: string;

  beforeAll(async () => {
    account = await AdsAccount.connect(connector());
    await account.list('campaigns', '&live=true');
    await account.list('ad-groups', '&live=true');
    await account.list('ads', '&live=true');
    campaigns = `/ads/accounts/${account.accountId}`;
  });

  it('lead from the accounts to the campaigns, ad groups, ads and their review', async () => {
    const page = await browser().open(connector(), account.organisationId, '/ads');
    await page.getByRole('link', { name: 'Sandbox Store US' }).click();
    const campaign = page.getByRole('row').filter({ hasText: 'Always on' }).first();
    await campaign.getByText(/^\$[\d,]+\.\d\d$/).waitFor();
    await page.getByRole('button', { name: 'Show what is in Always on', exact: true }).click();
    await page.getByRole('button', { name: 'Show what is in Always on · Broad' }).click();
    await page.getByRole('button', { name: 'Always on · Broad · Hook A', exact: true }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('TikTok’s review').waitFor();
    await drawer.getByText('Approved', { exact: true }).waitFor();

    expect(await seriousFindings(page)).toEqual([]);
    expect(browser().errors).toEqual([]);
  });

  it('pause a campaign, and list who did it and why', async () => {
    const page = await browser().open(connector(), account.organisationId, campaigns);
    await page.getByRole('button', { name: 'Pause Always on' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('stock sold out');
    await dialog.getByRole('button', { name: 'Pause', exact: true }).click();
    await page.getByRole('button', { name: 'Enable Always on' }).waitFor();
    await page.getByRole('link', { name: 'What was changed in this account' }).click();

    await page.getByText('Paused campaign: Always on').waitFor();
    await page.getByText(/stock sold out/).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('stop all ads only after a reason and a typed word', async () => {
    const page = await browser().open(connector(), account.organisationId, '/ads');
    await page.getByRole('button', { name: 'Stop all ads' }).click();
    const dialog = page.getByRole('dialog');
    const stop = dialog.getByRole('button', { name: 'Stop now' });
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('the shop is down');
    expect(await stop.isDisabled()).toBe(true);
    await dialog.getByRole('textbox', { name: 'Type STOP to confirm' }).fill('stop');
    await stop.click();

    await dialog.getByText('Everything is paused').waitFor({ timeout: 20_000 });
    const items = await account.list('campaigns', '&live=true');
    expect(items.map(({ status }) => status)).not.toContain('ENABLE');
  });

  it('check a customer file first, and send it only then', async () => {
    const page = await browser().open(connector(), account.organisationId, '/ads/audiences');
    await page.getByRole('button', { name: 'New audience' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Ad account' }).click();
    await page.getByRole('option', { name: 'Sandbox Store US' }).click();
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Newsletter');
    await dialog.getByRole('combobox', { name: 'Legal basis' }).click();
    await page.getByRole('option', { name: 'Consent of the customers' }).click();
    await dialog.getByRole('textbox', { name: 'Where the identifiers come from' }).fill('newsletter form');
    await dialog.getByRole('textbox', { name: 'Collected on' }).fill('11/01/2026');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('heading', { name: 'Customers from a file' }).waitFor();
    await page.locator('input[type=file]').setInputFiles({
      name: 'customers.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(CUSTOMERS.join('\n')),
    });
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByText('1 invalid email address: correct them.').waitFor();

    const { body } = await account.api.get<{ items: { id: string; status: string }[] }>('/api/ads/audiences');
    expect(body.items).toMatchObject([{ status: 'empty' }]);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Add 1,500 customers' }).click();
    await page.getByText('The file was accepted, and is on its way to TikTok.').waitFor();
    expect(browser().errors).toEqual([]);
  });

  it('show viewers no button that the service would refuse, and no serious findings of axe', async () => {
    const options = { role: 'viewer' as const };
    const page = await browser().open(connector(), account.organisationId, campaigns, options);
    await page.getByRole('row').filter({ hasText: 'Autumn sale' }).waitFor();

    expect(await page.getByRole('button', { name: /^(Pause|Enable|Stop)/ }).count()).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
  });
});
