import { beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { seriousFindings } from '../../support/axe.js';
import { describeInBrowser, useBrowser } from '../../support/browser.js';
import { useConnector } from '../../support/connector.js';
import type { AdTenant } from '../../support/given/ad-tenant.js';
import { launchTenant, withLaunches, type Launch } from '../../support/given/launches.js';
import type { PageBody } from '../../support/api-client.js';

const connector = useConnector(withLaunches());
const browser = useBrowser();

describeInBrowser('the form of a new launch', () => {
  let tenant: AdTenant;
  let video: string;

  beforeAll(async () => {
    const given = await launchTenant(connector());
    tenant = given.tenant;
    video = given.video.name;
  }, 60_000);

  const open = (path = '/ads/launches/new') => browser().open(connector(), tenant.organisationId, path);
  const launches = async () =>
    (await tenant.api.get<PageBody<Launch & { name: string }>>('/api/ads/launches')).body.items;

  it('leads from the account to a launch that leaves its campaign paused', async () => {
    const page = await open('/ads/launches');
    await page.getByRole('link', { name: 'New launch' }).click();
    await fillAccount(page);
    await fillCampaign(page, { name: 'Spring drop', budget: '50,00' });
    await fillAdGroup(page);
    await fillAd(page, video);

    await page.getByText('TikTok’s rules allow this launch').waitFor();
    await page.getByText('$62.50').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Leave the campaign paused' }).check();
    await page.getByRole('button', { name: 'Launch, leave paused' }).click();

    // The page of the launch follows it.
    await page.getByText('Ready, paused').waitFor({ timeout: 20_000 });
    const [launch] = await launches();
    expect(launch).toMatchObject({ name: 'Spring drop', status: 'ready' });
    expect(await campaignStatus(launch?.launchId)).toBe('DISABLE');
    expect(browser().errors).toEqual([]);
  });

  it('spends nothing that the user has not typed, and names what is missing', async () => {
    const page = await open();
    await fillAccount(page);
    await next(page);
    await page.getByText('This is needed.').first().waitFor();

    expect(await page.getByRole('textbox', { name: 'Budget' }).count()).toBe(0);
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(1);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('keeps what was filled in after a reload', async () => {
    const page = await open();
    await fillAccount(page);
    await page.getByRole('textbox', { name: 'Name of the campaign' }).fill('Kept');
    await page.reload();

    const name = page.getByRole('textbox', { name: 'Name of the campaign' });
    await name.waitFor();
    expect(await name.inputValue()).toBe('Kept');
    await page.getByRole('button', { name: 'Start again' }).click();
    await next(page);
    expect(await page.getByText('Kept', { exact: true }).count()).toBe(0);
  });

  it('shows what TikTok would refuse beside its field', async () => {
    const page = await open();
    await fillAccount(page);
    await fillCampaign(page, { name: 'Too little', budget: '5.00' });
    await fillAdGroup(page);
    await fillAd(page, video);
    await page.getByText('1 thing stands against this launch').waitFor();
    await page.getByRole('button', { name: 'Go to Campaign' }).click();

    const budget = page.getByRole('textbox', { name: 'Budget' });
    const error = page.getByText(/TikTok's minimum for this daily budget is/);
    await error.waitFor();
    expect(await budget.getAttribute('aria-invalid')).toBe('true');
    await budget.fill('50.00');
    await error.waitFor({ state: 'detached' });
    expect((await launches()).map(({ name }) => name)).not.toContain('Too little');
    expect(browser().errors).toEqual([]);
  });

  it('waits for the approval that a limit of the organisation demands', async () => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ requireApproval: true });
    await tenant.api.send('PUT', '/api/ads/policy', { body, headers });
    const page = await open();
    await fillAccount(page);
    await fillCampaign(page, { name: 'Approved by another', budget: '50.00' });
    await fillAdGroup(page);
    await fillAd(page, video);

    await page.getByText('Another user of your organisation must approve it').waitFor();
    await page.getByRole('radio', { name: 'Enable the campaign' }).check();
    await page.getByRole('button', { name: 'Launch', exact: true }).click();
    await page.getByText('Waits for approval').waitFor();
    await tenant.api.send('PUT', '/api/ads/policy', { body: '{}', headers });
    expect(browser().errors).toEqual([]);
  });

  it('is closed to viewers', async () => {
    const options = { role: 'viewer' as const };
    const page = await browser().open(connector(), tenant.organisationId, '/ads/launches', options);
    await page.getByRole('heading', { name: 'Launches' }).waitFor();
    expect(await page.getByRole('link', { name: 'New launch' }).count()).toBe(0);
    await page.goto(page.url().replace(/launches.*/, 'launches/new'));
    await page.getByText('You have no permission for this').waitFor();
  });

  async function campaignStatus(launchId = ''): Promise<string | undefined> {
    const { body } = await tenant.api.get<Launch>(`/api/ads/launches/${launchId}`);
    const query = `accountId=${tenant.accountId}`;
    return (await tenant.api.get<{ status: string }>(`/api/ads/campaigns/${body.campaignId}?${query}`)).body
      .status;
  }
});

const next = (page: Page) => page.getByRole('button', { name: 'Next' }).click();

async function choose(page: Page, field: string, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name: option }).first().click();
}

async function fillAccount(page: Page): Promise<void> {
  // The list of launches, which may still be there, has a field of this name, too.
  await page.getByRole('heading', { name: 'New launch' }).waitFor();
  await choose(page, 'Ad account', 'Sandbox Store US');
  await next(page);
}

async function fillCampaign(page: Page, { name, budget }: { name: string; budget: string }): Promise<void> {
  await page.getByRole('textbox', { name: 'Name of the campaign' }).fill(name);
  await choose(page, 'Objective', 'Sales on a website');
  await page.getByRole('radio', { name: 'Of the campaign' }).check();
  await page.getByRole('radio', { name: 'A day' }).check();
  await page.getByRole('textbox', { name: 'Budget' }).fill(budget);
  await next(page);
}

async function fillAdGroup(page: Page): Promise<void> {
  await choose(page, 'What TikTok optimises for', 'Conversions');
  await choose(page, 'Pixel', /./);
  await choose(page, 'Event', /./);
  await page.getByRole('radio', { name: 'No limit for one result' }).check();
  await page.getByRole('combobox', { name: 'Locations' }).fill('United States');
  await page.getByRole('option', { name: 'United States', exact: true }).click();
  await page.keyboard.press('Escape');
  await next(page);
}

async function fillAd(page: Page, video: string): Promise<void> {
  await page.getByRole('radio', { name: 'A video of the library' }).check();
  await choose(page, 'Video', video);
  await page.getByRole('combobox', { name: 'Shown by' }).click();
  await page.locator('[role=option]:not([data-combobox-disabled])').locator('visible=true').first().click();
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('New drop');
  await choose(page, 'Button', 'Shop now');
  await page.getByRole('textbox', { name: 'Landing page' }).fill('https://shop.example/spring');
  await next(page);
}
