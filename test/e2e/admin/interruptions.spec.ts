import { beforeEach, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser, useBrowser } from '../../support/browser.js';
import { useConnector, type Tenant } from '../../support/connector.js';
import { ready } from '../../support/given/publications.js';
import { largeVideo } from '../../support/given/videos.js';
import { TcpGate } from '../../support/tcp-gate.js';

const connector = useConnector({ environment: { TIKTOK_KEEP_RATE_LIMITS: 'false' } });
const browser = useBrowser();
const DAY_SECONDS = 86_400;
const VIDEO_BYTES = 70_000_000;
// The browser, the service and the sandbox pass on and hash 70 MB each.
const UPLOAD_TAKES_MS = 240_000;
const CUT_AT_PIECE = 3;

let tenant: Tenant;
beforeEach(async () => {
  tenant = await connector().tenant({ videos: 1 });
});

const open = (path: string) => browser().open(connector(), tenant.organisationId, path);

/** The views of the only video. */
async function viewsOfOne({ api }: Tenant): Promise<number> {
  const { body } = await api.get<{ items: { views: number }[] }>('/api/social-activity/videos');
  return body.items[0]!.views;
}

async function syncNow(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sync now' }).click();
  await page.getByText('All syncs have ended').waitFor();
}

/** Leads uploads through the gate, and cuts the connection in the middle of a piece. @returns how many pieces were sent */
async function cutOnce(page: Page, gate: TcpGate): Promise<() => number> {
  let pieces = 0;
  let isCut = false;
  await page.route('**/uploads/**', async (route) => {
    const request = route.request();
    const url = request.url().replace(connector().url, new URL(gate.url).origin);
    if (isCut) await gate.restore();
    if (request.method() === 'PATCH') pieces += 1;
    if (pieces !== CUT_AT_PIECE || isCut) return await route.continue({ url });
    isCut = true;
    // No byte of this piece arrives, so no answer can come before the cut.
    gate.silence();
    await route.continue({ url });
    await gate.cut();
  });
  return () => pieces;
}

describeInBrowser('an upload', () => {
  it(
    'of 70 MB survives a cut connection, and TikTok gets the same bytes',
    async () => {
      const [video, gate] = await Promise.all([largeVideo(VIDEO_BYTES), TcpGate.before(connector().url)]);
      try {
        const page = await open('/publish/new');
        const pieces = await cutOnce(page, gate);
        await page.locator('input[type=file]').setInputFiles(video.path);
        await page.getByRole('combobox', { name: 'Who can see this post' }).click();
        await page.getByRole('option', { name: 'Everyone' }).click();
        await page.getByRole('button', { name: 'Publish now' }).click();
        await page.getByRole('link', { name: 'Open on TikTok' }).waitFor({ timeout: UPLOAD_TAKES_MS / 2 });

        // Nine pieces of 8 MB, and the one that was cut.
        expect(pieces()).toBe(10);
        expect(await connector().sandbox.publicationsOf(tenant.username)).toMatchObject([
          { sha256: video.sha256, totalBytes: VIDEO_BYTES, receivedBytes: VIDEO_BYTES },
        ]);
      } finally {
        await gate.cut();
        await video.remove();
      }
    },
    UPLOAD_TAKES_MS,
  );
});

describeInBrowser('counters', () => {
  it('move when a day has passed and the user syncs', async () => {
    await syncNow(await open('/engagement'));
    const before = await viewsOfOne(tenant);
    await connector().sandbox.control('/clock', { advanceSeconds: DAY_SECONDS });
    connector().moveClock(DAY_SECONDS);
    const page = await open('/engagement');
    await syncNow(page);

    const after = await viewsOfOne(tenant);
    expect(after).toBeGreaterThan(before);
    await page.getByRole('link', { name: 'All videos' }).click();
    await page.getByRole('cell', { name: after.toLocaleString('en-US'), exact: true }).waitFor();
  });
});

describeInBrowser('a page without a connection', () => {
  it('says that it is offline, and shows what is new once it is online', async () => {
    await ready(tenant.api, { title: 'Before the tunnel' });
    const page = await open('/publish');
    await page.getByRole('link', { name: 'Before the tunnel' }).waitFor();
    const notice = page.getByText('You are offline. What you see may be out of date.');
    await page.context().setOffline(true);
    await notice.waitFor();
    await ready(tenant.api, { title: 'In the tunnel' });
    await page.getByRole('link', { name: 'Before the tunnel' }).waitFor();
    expect(await page.getByRole('link', { name: 'In the tunnel' }).count()).toBe(0);
    await page.context().setOffline(false);

    await notice.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'In the tunnel' }).waitFor();
  });
});
