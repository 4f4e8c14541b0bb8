import { beforeAll, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { describeInBrowser, useBrowser } from '../../support/browser.js';
import { useConnector } from '../../support/connector.js';
import { AdsAccount, WITH_ADS } from '../../support/given/ads-account.js';

const connector = useConnector(WITH_ADS);
const browser = useBrowser();
const CAMPAIGNS = 10_000;
/** What fits the page, with rows around it. */
const MOST_ROWS = 60;

describeInBrowser('an ad account with 10,000 campaigns', () => {
  let account: AdsAccount;

  beforeAll(async () => {
    account = await AdsAccount.connect(connector());
    await account.list('campaigns', '&live=true');
    await connector().database.query(
      `INSERT INTO ad_objects (organisation_id, account_id, level, id, family, name, objective, operation_status,
         secondary_status, budget_mode, budget, data, created_at, as_of)
       SELECT organisation_id, account_id, level, (1000000000000000000 + n)::text, family, 'Many ' || n, objective,
         operation_status, secondary_status, budget_mode, budget, data, created_at, as_of
       FROM (SELECT * FROM ad_objects WHERE organisation_id = $1 AND account_id = $2 AND level = 'campaign' LIMIT 1) one,
         generate_series(1, $3::int) n`,
      [account.organisationId, account.accountId, CAMPAIGNS],
    );
  }, 60_000);

  it('has few rows in the document, and reads on while the user scrolls', async () => {
    const path = `/ads/accounts/${account.accountId}`;
    const page = await browser().open(connector(), account.organisationId, path);
    const table = page.getByRole('table').filter({ hasText: 'Impressions' });
    const named = table.getByRole('button', { name: /^Many \d+$/ });
    await named.first().waitFor();
    expect(await table.locator('tr').count()).toBeLessThan(MOST_ROWS);

    const loaded = async () => Number(await table.getAttribute('aria-rowcount'));
    const before = await loaded();
    await eventually(async () => {
      await table.evaluate((element) => {
        const viewport = element.closest('[data-radix-scroll-area-viewport], .mantine-ScrollArea-viewport');
        viewport?.scrollTo(0, viewport.scrollHeight);
      });
      return (await loaded()) > before + 200;
    }, 20_000);
    await named.first().waitFor();
    expect(await table.locator('tr').count()).toBeLessThan(MOST_ROWS);
    expect(browser().errors).toEqual([]);
  });
});
