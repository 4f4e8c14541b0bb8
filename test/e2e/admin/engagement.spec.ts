import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from '@jest/globals';
import { seriousFindings } from '../../support/axe.js';
import { describeInBrowser, useBrowser } from '../../support/browser.js';
import { useConnector, type Tenant } from '../../support/connector.js';
import { givenSnapshots, givenVideos, videoIdOf } from '../../support/given/figures.js';

const DAY_MS = 86_400_000;
const DAYS = 12;
/** Views, likes, comments and shares. */
const COUNTERS = 4;
/** Days on which no sync ran. */
const GAP = new Set([4, 5]);

const connector = useConnector({ webhooks: false });
const browser = useBrowser();
const startOfToday = Math.floor(Date.now() / DAY_MS) * DAY_MS;
const daysAgo = (days: number) => new Date(startOfToday - days * DAY_MS);

describeInBrowser('the engagement page', () => {
  let tenant: Tenant;

  beforeAll(async () => {
    tenant = await connector().tenant({ videos: 5 });
    const videos = [1, 2, 3].map((number) => ({
      videoId: videoIdOf(number),
      publishedAt: daysAgo(DAYS),
      caption: `Video ${number} #spring`,
      views: number * 1_200,
      likes: number === 3 ? null : number * 10,
    }));
    await givenVideos(connector(), tenant, videos);
    const read = Array.from({ length: DAYS }, (_, days) => days).filter((days) => !GAP.has(days));
    await givenSnapshots(
      connector(),
      tenant,
      videos.flatMap(({ videoId, views }) =>
        read.map((days) => ({
          videoId,
          at: daysAgo(days),
          views: Math.round(views * ((DAYS - days) / DAYS) ** 2),
          likes: (DAYS - days) * 3,
        })),
      ),
    );
    await connector().database.query(
      `INSERT INTO account_days (organisation_id, integration_id, day, source, captured_at, followers)
       SELECT $1, $2::uuid, day::date, 'display_api', now(), followers
       FROM json_to_recordset($3) AS d (day text, followers bigint)`,
      [
        tenant.organisationId,
        tenant.integrationId,
        JSON.stringify(
          read
            .filter((days) => days > 0)
            .map((days) => ({ day: daysAgo(days).toISOString().slice(0, 10), followers: 900 - days * 7 })),
        ),
      ],
    );
  });

  it('shows the figures of a period, with unknown days as gaps', async () => {
    const page = await browser().open(connector(), tenant.organisationId, '/engagement?days=7');
    await page.getByRole('img', { name: /^Views \(Gained\) of the last 7 days/ }).waitFor();
    await page.getByRole('radiogroup', { name: 'Chart or table' }).getByText('Table').click();
    const days = page.getByRole('table').first().getByRole('row');
    await days.nth(7).waitFor();

    const cells = await days.allInnerTexts();
    expect(cells).toHaveLength(8);
    expect(cells.filter((row) => row.endsWith('–'))).toHaveLength(GAP.size);
    await page.getByRole('link', { name: 'Video 3 #spring' }).waitFor();
    expect(browser().errors).toEqual([]);
  });

  it('saves what is on the screen as CSV, with empty fields for gaps', async () => {
    const page = await browser().open(connector(), tenant.organisationId, '/engagement?days=7');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV' }).first().click(),
    ]);
    const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');

    expect(file.suggestedFilename()).toBe('views-7.csv');
    expect(lines[0]).toBe('Day,All together');
    expect(lines.filter((line) => line.endsWith(','))).toHaveLength(GAP.size);
  });

  it('syncs now, and shows the progress until the figures are there', async () => {
    const page = await browser().open(connector(), tenant.organisationId, '/engagement');
    await page.getByRole('button', { name: 'Sync now' }).click();

    await page.getByText('All syncs have ended').waitFor({ timeout: 20_000 });
    await page
      .getByText(/· Videos$/)
      .first()
      .waitFor();
  });

  it('compares a video with the median of its account', async () => {
    const page = await browser().open(connector(), tenant.organisationId, '/engagement/videos');
    await page.getByRole('searchbox', { name: 'Search captions' }).fill('Video 2');
    await page.waitForURL(/text=Video/);
    await page.getByRole('link', { name: 'Video 2 #spring' }).click();
    const views = page.getByRole('row', { name: /^Views/ });
    await views.getByText('2,400').waitFor();

    await views.getByText(/times$/).waitFor();
    await page.getByRole('img', { name: /^Views of the video over time/ }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(browser().errors).toEqual([]);
  });

  it('shows videos as cards on a phone, with every counter in view', async () => {
    const page = await browser().open(connector(), tenant.organisationId, '/engagement/videos', {
      viewport: { width: 375, height: 812 },
    });
    const card = page.getByRole('row').filter({ hasText: 'Video 1 #spring' });
    await card.waitFor();

    const boxes = await Promise.all((await card.getByRole('cell').all()).map((cell) => cell.boundingBox()));
    const shown = boxes.filter((box) => box !== null);
    expect(shown).toHaveLength(1 + COUNTERS);
    expect(shown.every(({ x, width }) => x >= 0 && x + width <= 375)).toBe(true);
    expect(await seriousFindings(page)).toEqual([]);
    expect(browser().errors).toEqual([]);
  });

  it('shows viewers no sync button, and has no serious findings of axe', async () => {
    const page = await browser().open(connector(), tenant.organisationId, '/engagement', { role: 'viewer' });
    await page.getByRole('heading', { name: 'How fresh the figures are' }).waitFor();

    expect(await page.getByRole('button', { name: 'Sync now' }).count()).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('leads an organisation without accounts to the accounts', async () => {
    const page = await browser().open(connector(), 'org-without-accounts', '/engagement');

    await page.getByRole('link', { name: 'Go to the accounts' }).waitFor();
  });
});
