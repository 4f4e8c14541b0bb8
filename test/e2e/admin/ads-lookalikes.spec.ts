import { beforeAll, expect, it } from '@jest/globals';
import { seriousFindings } from '../../support/axe.js';
import { describeInBrowser, useBrowser } from '../../support/browser.js';
import { useConnector } from '../../support/connector.js';
import { adTenant, type AdTenant } from '../../support/given/ad-tenant.js';
import { createAudience, customers, sendFile, untilDone } from '../../support/given/audiences.js';

const connector = useConnector({
  webhooks: false,
  environment: { TIKTOK_BUSINESS_TIER: 'ultimate', ADS_SETTLE_SECONDS: '1' },
  sandbox: { business: { appLevel: 'ultimate', audienceMatchMs: 300 } },
});
const browser = useBrowser();

describeInBrowser('the page of an audience', () => {
  let tenant: AdTenant;
  let source: { id: string; name: string };

  beforeAll(async () => {
    tenant = await adTenant(connector());
    const { api, accountId } = tenant;
    const { body } = await createAudience(api, accountId, { name: 'Customers' });
    await sendFile(api, body.id, 'append', customers(2000));
    source = await untilDone(api, body.id);
  }, 60_000);

  const open = (role: 'viewer' | 'editor' = 'editor') =>
    browser().open(connector(), tenant.organisationId, `/ads/audiences/${source.id}`, { role });

  it('makes a lookalike of it', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'New lookalike' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Like customers');
    await dialog.getByRole('radio', { name: 'Narrow' }).check();
    await dialog.getByRole('combobox', { name: 'Countries' }).fill('United States');
    await page.getByRole('option', { name: 'United States', exact: true }).click();
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Create' }).click();

    await page.getByRole('heading', { name: 'Like customers' }).waitFor();
    expect(await page.getByRole('button', { name: 'New lookalike' }).count()).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
    expect(browser().errors).toEqual([]);
  });

  it('hides both actions from viewers', async () => {
    const page = await open('viewer');
    await page.getByText('Ready', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: /lookalike|Delete/ }).count()).toBe(0);
  });

  it('deletes it only after its name was typed', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Delete audience' }).click();
    const dialog = page.getByRole('dialog');
    const remove = dialog.getByRole('button', { name: 'Delete audience' });
    await dialog.getByText('This service has not put it into an ad group.').waitFor();
    expect(await remove.isDisabled()).toBe(true);
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('textbox', { name: 'Type Customers to confirm' }).fill('Customers');
    await remove.click();

    await page.getByText('TikTok no longer has it.').waitFor({ timeout: 20_000 });
    expect(browser().errors).toEqual([]);
  });
});
