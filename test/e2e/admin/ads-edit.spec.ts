import { beforeAll, expect, it } from '@jest/globals';
import { seriousFindings } from '../../support/axe.js';
import { describeInBrowser, useBrowser } from '../../support/browser.js';
import { useConnector } from '../../support/connector.js';
import { AdsAccount, smartCampaign, WITH_ADS } from '../../support/given/ads-account.js';

const connector = useConnector(WITH_ADS);
const browser = useBrowser();

describeInBrowser('editing a campaign', () => {
  let account: AdsAccount;
  const open = (options: { role?: 'viewer' } = {}) =>
    browser().open(connector(), account.organisationId, `/ads/accounts/${account.accountId}`, options);

  async function campaign(name: string): Promise<string> {
    const id = await account.atTikTok('us_plus', 'campaign', smartCampaign(name, 60));
    await account.list('campaigns', '&live=true');
    return id;
  }

  beforeAll(async () => {
    account = await AdsAccount.connect(connector());
  });

  it('shows old and new values and the spend of a day, and sends nothing before', async () => {
    const id = await campaign('Edited');
    const page = await open();
    await page.getByRole('button', { name: 'Edit Edited', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Renamed');
    await dialog.getByRole('textbox', { name: 'Budget' }).fill('75,50');
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('it sells well');
    await dialog.getByRole('button', { name: 'Check the changes' }).click();

    await dialog.getByRole('row', { name: 'Budget $60.00 $75.50' }).waitFor();
    await dialog.getByRole('row', { name: /Most that one day may cost.*\$75\.00 \$94\.38/ }).waitFor();
    await dialog.getByRole('row', { name: 'Status Paused stays as it is' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect((await account.read('campaigns', id)).name).toBe('Edited');
    await dialog.getByRole('button', { name: 'Send to TikTok' }).click();
    await page.getByText('It is changed.').waitFor();
    await page.getByRole('button', { name: 'Edit Renamed', exact: true }).waitFor();

    expect(await account.read('campaigns', id)).toMatchObject({
      name: 'Renamed',
      budget: { amount: '75.50' },
    });
    const [entry] = await account.changes(`&objectId=${id}`);
    expect(entry).toMatchObject({ reason: 'it sells well', before: { budget: 60 }, after: { budget: 75.5 } });
    expect(browser().errors).toEqual([]);
  });

  it('shows what was changed at TikTok meanwhile, and does not overwrite it', async () => {
    const id = await campaign('Contested');
    const page = await open();
    await page.getByRole('button', { name: 'Edit Contested', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Budget' }).fill('70.00');
    await dialog.getByRole('button', { name: 'Check the changes' }).click();
    await account.changeAtTikTok('us_plus', 'campaign', { campaign_id: id, budget: 65 });
    await dialog.getByRole('button', { name: 'Send to TikTok' }).click();

    await dialog.getByText('It was changed at TikTok in the meantime').waitFor();
    expect((await account.read('campaigns', id)).budget?.amount).toBe('65.00');
    await dialog.getByRole('row', { name: 'Budget $65.00 $70.00' }).waitFor();
    await dialog.getByRole('button', { name: 'Send to TikTok' }).click();
    await page.getByText('It is changed.').waitFor();
    expect((await account.read('campaigns', id)).budget?.amount).toBe('70.00');
    expect(browser().errors).toEqual([expect.stringContaining('409')]);
  });

  it('shows that a colleague has enabled it in the meantime', async () => {
    const id = await campaign('Enabled meanwhile');
    const page = await open();
    await page.getByRole('button', { name: 'Edit Enabled meanwhile', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Budget' }).fill('70.00');
    await dialog.getByRole('button', { name: 'Check the changes' }).click();
    await account.api.post('/api/ads/status', {
      accountId: account.accountId,
      level: 'campaign',
      ids: [id],
      status: 'enable',
    });
    await dialog.getByRole('button', { name: 'Send to TikTok' }).click();

    await dialog.getByText('Status: Paused → Enabled').waitFor();
    expect((await account.read('campaigns', id)).budget?.amount).toBe('60.00');
    await dialog.getByRole('button', { name: 'Send to TikTok' }).click();
    await page.getByText('It is changed.').waitFor();
    expect((await account.read('campaigns', id)).budget?.amount).toBe('70.00');
  });

  it('shows a refusal with its reason, and the limit beside the field', async () => {
    const id = await campaign('Refused');
    const page = await open();
    await page.getByRole('button', { name: 'Edit Refused', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Budget' }).fill('500');
    await dialog.getByRole('button', { name: 'Check the changes' }).click();
    await dialog.getByRole('button', { name: 'Send to TikTok' }).click();

    await dialog.getByText('The change was not confirmed').waitFor();
    await dialog.getByText(/50 %/).waitFor();
    expect((await account.read('campaigns', id)).budget?.amount).toBe('60.00');
  });

  it('is hidden from viewers', async () => {
    await campaign('Watched');
    const page = await open({ role: 'viewer' });
    await page.getByRole('row').filter({ hasText: 'Watched' }).waitFor();
    expect(await page.getByRole('button', { name: /^Edit/ }).count()).toBe(0);
  });
});
