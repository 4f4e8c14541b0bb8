import { beforeAll, expect, it } from '@jest/globals';
import { seriousFindings } from '../../support/axe.js';
import { describeInBrowser, useBrowser } from '../../support/browser.js';
import { useConnector } from '../../support/connector.js';
import type { AdTenant } from '../../support/given/ad-tenant.js';
import {
  launchBody,
  launchTenant,
  withLaunches,
  type Launch,
  type LaunchParts,
} from '../../support/given/launches.js';

const connector = useConnector(withLaunches());
const browser = useBrowser();

describeInBrowser('the pages of launches', () => {
  let tenant: AdTenant;
  let parts: LaunchParts;

  beforeAll(async () => {
    ({ tenant, parts } = await launchTenant(connector()));
  }, 60_000);

  async function launched(name: string): Promise<string> {
    const body = launchBody('WEB_CONVERSIONS', parts, { name });
    const answer = await tenant.api.post<Launch>('/api/ads/launches', body);
    expect(answer.status).toBe(202);
    return answer.body.launchId;
  }

  it('follow a launch step by step until it is live', async () => {
    const page = await browser().open(connector(), tenant.organisationId, '/ads/launches');
    const launchId = await launched('Spring drop');
    await page.reload();
    await page.getByRole('link', { name: 'Spring drop' }).click();

    await page.getByText('Most that one day may cost').waitFor();
    await page.getByText('$62.50').waitFor();
    // No reload: the steps arrive by the stream.
    await page.getByText('Live', { exact: true }).waitFor({ timeout: 20_000 });
    expect(page.url()).toContain(launchId);
    expect(await seriousFindings(page)).toEqual([]);
    expect(browser().errors).toEqual([]);
  });

  it('offer the approval only to another user, and cancel a launch', async () => {
    const policy = await tenant.api.send('PUT', '/api/ads/policy', {
      body: JSON.stringify({ requireApproval: true }),
      headers: { 'content-type': 'application/json' },
    });
    expect(policy.status).toBe(200);
    const launchId = await launched('Needs approval');
    const page = await browser().open(connector(), tenant.organisationId, `/ads/launches/${launchId}`);
    await page.getByText('Waits for approval').waitFor();

    expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Cancel launch' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel launch' }).click();
    await page.getByText('Cancelled', { exact: true }).waitFor();
    expect(browser().errors).toEqual([]);
  });
});
