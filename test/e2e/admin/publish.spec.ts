import { afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from 'tiktok-sandbox/testing';
import { seriousFindings } from '../../support/axe.js';
import { describeInBrowser, useBrowser } from '../../support/browser.js';
import { useConnector, type Tenant } from '../../support/connector.js';
import { publish, ready, statusOf, untilStatus } from '../../support/given/publications.js';
import { photo } from '../../support/given/photos.js';
import { CLIP, largeVideo } from '../../support/given/videos.js';
import { CHUNK, INIT, STATUS } from '../../support/sandbox-control.js';

// TikTok fetches photos under another host name, as in production.
const connector = useConnector({
  webhooks: false,
  environment: {
    MEDIA_PUBLIC_URL: 'https://connector.example.com',
    TIKTOK_VERIFIED_URLS: 'example.com',
    TIKTOK_KEEP_RATE_LIMITS: 'false',
  },
  sandbox: { downloadMs: 20 },
});
const browser = useBrowser();
const MB = 1_000_000;
const NOON_MS = 12 * 3_600_000;
const DAY_MS = 86_400_000;

let tenant: Tenant;
beforeAll(async () => {
  const pullHosts = { 'connector.example.com': connector().url };
  await connector().sandbox.control('/settings', { pullHosts });
});
beforeEach(async () => {
  tenant = await connector().tenant();
});
afterEach(() => connector().sandbox.clearFaults());

async function open(path: string, options = {}): Promise<Page> {
  const page = await browser().open(connector(), tenant.organisationId, path, options);
  return page;
}
const choose = (page: Page, ...files: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0][]) =>
  page.locator('input[type=file]').setInputFiles(files.flat() as string[]);

async function chooseEveryone(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Who can see this post' }).click();
  await page.getByRole('option', { name: 'Everyone' }).click();
}

async function schedule(day: string): Promise<string> {
  const publishId = await ready(tenant.api, { title: 'Spring look' });
  await tenant.api.provider('publish-video', {
    publishId,
    publishAt: `${day}T10:00`,
    timeZone: 'Europe/Berlin',
  });
  return publishId;
}

const publishAtOf = async (publishId: string) =>
  (await tenant.api.get<{ publishAt: string }>(`/api/publications/${publishId}`)).body.publishAt;

function inDays(days: number): string {
  return new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS + NOON_MS + days * DAY_MS)
    .toISOString()
    .slice(0, 10);
}

describeInBrowser('the composer', () => {
  it('publishes a video with what the user has chosen, and follows it until it is public', async () => {
    const page = await open('/publish/new');
    await choose(page, CLIP);
    await page.getByRole('slider', { name: 'Cover' }).press('ArrowRight');
    await page.getByRole('textbox', { name: 'Caption' }).fill('Spring #spring');
    expect(await page.getByRole('combobox', { name: 'Who can see this post' }).inputValue()).toBe('');
    for (const name of ['Comment', 'Duet', 'Stitch'])
      expect(await page.getByRole('checkbox', { name }).isChecked()).toBe(false);
    expect(await page.getByRole('switch', { name: 'Disclose post content' }).isChecked()).toBe(false);

    await page.getByRole('button', { name: 'Publish now' }).click();
    await page.getByText('Choose who can see the post. There is no default.').waitFor();
    await chooseEveryone(page);
    await page.getByRole('checkbox', { name: 'Comment' }).check();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Publish now' }).click();

    await page.getByRole('link', { name: 'Open on TikTok' }).waitFor();
    expect(await connector().sandbox.publicationsOf(tenant.username)).toMatchObject([
      { privacy: 'PUBLIC_TO_EVERYONE', status: 'PUBLISH_COMPLETE' },
    ]);
    const { items } = (await tenant.api.get<{ items: object[] }>('/api/publications')).body;
    expect(items).toMatchObject([
      { caption: 'Spring #spring', allowComment: true, allowDuet: false, options: { coverTimestampMs: 100 } },
    ]);
    expect(await seriousFindings(page)).toEqual([]);
    expect(browser().errors).toEqual([]);
  });

  it('does not publish an undisclosed promotion, and excludes private branded content', async () => {
    const page = await open('/publish/new');
    await choose(page, CLIP);
    await page.getByRole('switch', { name: 'Disclose post content' }).click();
    expect(await page.getByRole('button', { name: 'Publish now' }).isDisabled()).toBe(true);

    await page.getByRole('checkbox', { name: 'Branded content' }).check();
    await page.getByText('TikTok will label the post “Paid partnership”.').waitFor();
    await page.getByRole('link', { name: 'Branded Content Policy' }).waitFor();
    await page.getByRole('combobox', { name: 'Who can see this post' }).click();
    const onlyYou = page.getByRole('option', { name: 'Only you' });
    expect(await onlyYou.getAttribute('data-combobox-disabled')).toBe('true');
  });

  it('shows a problem beside its field before anything is sent', async () => {
    const page = await open('/publish/new');
    await choose(page, CLIP);
    await page.getByRole('textbox', { name: 'Caption' }).fill('a'.repeat(2_201));

    await page.getByText('2,201 of 2,200 characters').waitFor();
    await page.getByText(/The caption has 2201 characters/).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('greys out what the creator has turned off', async () => {
    await connector().sandbox.control(`/accounts/${tenant.username}`, { duetDisabled: true });
    const page = await open('/publish/new');
    await page.getByRole('checkbox', { name: 'Comment' }).waitFor();

    expect(await page.getByRole('checkbox', { name: 'Duet' }).isDisabled()).toBe(true);
    expect(await page.getByRole('checkbox', { name: 'Comment' }).isDisabled()).toBe(false);
  });

  it('publishes photos in their order, with the chosen cover', async () => {
    const page = await open('/publish/new');
    const buffers = await Promise.all([photo(), photo('webp')]);
    await page.locator('input[type=file]').setInputFiles([
      { name: 'one.jpg', mimeType: 'image/jpeg', buffer: buffers[0] },
      { name: 'two.webp', mimeType: 'image/webp', buffer: buffers[1] },
    ]);
    await page.getByRole('button', { name: 'Make photo 2 the cover' }).click();
    await page.getByRole('button', { name: 'Move photo 2 forward' }).click();
    await chooseEveryone(page);
    expect(await page.getByRole('checkbox', { name: 'Duet' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Publish now' }).click();
    await page.waitForURL(/publish\/[0-9a-f-]{36}$/);

    const { items } = (await tenant.api.get<{ items: object[] }>('/api/publications')).body;
    expect(items).toMatchObject([
      { kind: 'photo', media: [{ mediaType: 'image/webp' }, { mediaType: 'image/jpeg' }] },
    ]);
  });

  it('pauses an upload, and resumes it where it stopped', async () => {
    const video = await largeVideo(24 * MB);
    try {
      const page = await open('/publish/new');
      await choose(page, video.path);
      await chooseEveryone(page);
      let sent = 0;
      let isHeld = true;
      await page.route('**/uploads/**', async (route) => {
        if (route.request().method() !== 'PATCH') return await route.continue();
        sent += 1;
        // The second piece never arrives before the pause.
        if (sent < 2 || !isHeld) await route.continue();
      });
      await page.getByRole('button', { name: 'Publish now' }).click();
      await page.getByText(/Uploading: [1-9]/).waitFor();
      await eventually(() => Promise.resolve(sent === 2));
      await page.getByRole('button', { name: 'Pause' }).click();
      await page.getByText(/Paused at/).waitFor();
      isHeld = false;
      await page.getByRole('button', { name: 'Resume' }).click();
      await page.waitForURL(/publish\/[0-9a-f-]{36}$/);

      // Three pieces of 8 MB, and the one that was held.
      expect(sent).toBe(4);
      const [post] = (await tenant.api.get<{ items: { media: object[] }[] }>('/api/publications')).body.items;
      expect(post?.media).toMatchObject([{ sha256: video.sha256 }]);
    } finally {
      await video.remove();
    }
  });

  it('schedules a post at a local time of the chosen zone', async () => {
    const page = await open('/publish/new');
    await choose(page, CLIP);
    await chooseEveryone(page);
    await page.getByText('At a time').click();
    await page.getByRole('combobox', { name: 'Time zone' }).fill('Europe/Ber');
    await page.getByRole('option', { name: 'Europe/Berlin' }).click();
    await page.getByRole('button', { name: 'Date and time' }).click();
    await page.getByRole('button', { name: 'Later', exact: true }).click();
    await page.getByRole('button', { name: /^15 / }).click();
    await page.getByRole('spinbutton', { name: 'Hours' }).fill('10');
    await page.getByRole('spinbutton', { name: 'Minutes' }).fill('30');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByRole('button', { name: 'Schedule', exact: true }).click();
    await page.getByText(/Scheduled for .* 15, .* at 10:30\sAM \(Europe\/Berlin\)/).waitFor();

    const { items } = (await tenant.api.get<{ items: object[] }>('/api/publications')).body;
    expect(items).toMatchObject([{ status: 'scheduled', timeZone: 'Europe/Berlin' }]);
  });

  it('sends a draft, for which the creator chooses everything in the app', async () => {
    const page = await open('/publish/new');
    await choose(page, CLIP);
    await page.getByRole('radio', { name: 'Send as a draft to the TikTok inbox' }).check();
    expect(await page.getByRole('combobox', { name: 'Who can see this post' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Send draft' }).click();

    await page.getByText(/The draft is in the inbox of the creator’s TikTok app/).waitFor();
    expect(browser().errors).toEqual([]);
  });
});

describeInBrowser('the page of a post', () => {
  it('asks whether an unknown post was posted, and marks it as published', async () => {
    await connector().sandbox.fault(
      { match: CHUNK, kind: 'lost_response', times: 1 },
      { match: CHUNK, kind: 'error_code', code: 'x', status: 404 },
      { match: STATUS, kind: 'error_code', code: 'invalid_publish_id', status: 400 },
    );
    const publishId = await publish(tenant.api);
    await untilStatus(tenant.api, publishId, 'unknown');
    const page = await open(`/publish/${publishId}`);
    await page.getByText('Was it posted?').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'No, publish again' }).click();
    const again = page.getByRole('button', { name: 'Publish again', exact: true });
    expect(await again.isDisabled()).toBe(true);
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).first().click();
    await page.getByRole('button', { name: 'Yes, it was posted' }).click();
    await page
      .getByRole('textbox', { name: 'Link to the post' })
      .fill('https://www.tiktok.com/@me/video/7602997517160123666');
    await page.getByRole('button', { name: 'Mark as published' }).click();

    await page.getByText('The post is public on TikTok.').waitFor();
    expect(await statusOf(tenant.api, publishId)).toMatchObject({ postIds: ['7602997517160123666'] });
  });

  it('uploads the missing photo of a post that was created elsewhere', async () => {
    const created = await tenant.api.provider<{ publishId: string; uploadUrls: string[] }>(
      'init-photo-upload',
      {
        title: 'Begun elsewhere',
        photoCount: 2,
        privacyLevel: 'PUBLIC_TO_EVERYONE',
        allowComment: true,
      },
    );
    const { publishId, uploadUrls } = created.body;
    const headers = { 'content-type': 'image/jpeg' };
    await fetch(uploadUrls[0]!, { method: 'PUT', headers, body: await photo() });
    const page = await open(`/publish/${publishId}`);
    await page.getByText('Choose the missing photo: number 2.').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Choose the file' }).click(),
    ]);
    await chooser.setFiles({ name: 'two.jpg', mimeType: 'image/jpeg', buffer: await photo() });

    await page.getByRole('button', { name: 'Publish now' }).waitFor();
    expect(await statusOf(tenant.api, publishId)).toMatchObject({ status: 'ready' });
    expect(browser().errors).toEqual([]);
  });

  it('continues an upload after a reload, once the user has chosen the same file', async () => {
    const page = await open('/publish/new');
    await choose(page, CLIP);
    await chooseEveryone(page);
    await page.route('**/uploads/**', (route) => route.abort());
    // Only a page that has begun to send has kept the links; only one that is gone no longer tries again.
    await Promise.all([
      page.waitForRequest('**/uploads/**'),
      page.getByRole('button', { name: 'Publish now' }).click(),
    ]);
    const { body } = await tenant.api.get<{ items: { publishId: string }[] }>('/api/publications');
    const publishId = body.items[0]!.publishId;
    page.once('dialog', (dialog) => void dialog.accept());
    await page.goto(`${connector().url}/admin/publish/${publishId}`);
    await page.unroute('**/uploads/**');
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Choose the file' }).click(),
    ]);
    await chooser.setFiles(CLIP);
    await page.getByRole('button', { name: 'Publish now' }).click();

    await page.getByRole('link', { name: 'Open on TikTok' }).waitFor();
  });

  it('explains a failure, and makes a new attempt that the user publishes', async () => {
    await connector().sandbox.fault({
      match: INIT,
      kind: 'error_code',
      code: 'spam_risk_too_many_posts',
      status: 403,
      times: 1,
    });
    const publishId = await publish(tenant.api);
    await untilStatus(tenant.api, publishId, 'failed');
    const page = await open(`/publish/${publishId}`);
    await page.getByText('Why it failed').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('button', { name: 'Publish now' }).click();

    await page.getByRole('link', { name: 'Open on TikTok' }).waitFor();
    await page.getByRole('link', { name: 'Show the earlier attempt' }).waitFor();
  });

  it('edits a scheduled post, and cancels it after a confirmation', async () => {
    const publishId = await schedule(inDays(3));
    const page = await open(`/publish/${publishId}`);
    await page.getByRole('link', { name: 'Edit' }).click();
    await page.getByRole('textbox', { name: 'Caption' }).fill('Better words');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByText('Better words').waitFor();
    await page.getByRole('button', { name: 'Cancel post' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel post' }).click();

    await page.getByText('Nothing was posted.').waitFor();
    expect(await statusOf(tenant.api, publishId)).toMatchObject({
      status: 'cancelled',
      caption: 'Better words',
    });
  });
});

describeInBrowser('the list and the calendar of posts', () => {
  it('filters by the address, and keeps the filter after a reload', async () => {
    await ready(tenant.api, { title: 'Winter look' });
    await schedule(inDays(3));
    const page = await open('/publish');
    await page.getByRole('link', { name: 'Winter look' }).waitFor();
    await page.getByRole('textbox', { name: 'Search' }).fill('winter');
    await page.getByRole('link', { name: 'Spring look' }).waitFor({ state: 'detached' });
    await page.reload();

    await page.getByRole('link', { name: 'Winter look' }).waitFor();
    expect(await page.getByRole('link', { name: 'Spring look' }).count()).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('moves a scheduled post by its menu and by dragging, at the same hour', async () => {
    const [first, second, third] = [inDays(8), inDays(9), inDays(10)];
    const publishId = await schedule(first);
    const start = Date.parse(await publishAtOf(publishId));
    const page = await open(`/publish?view=month&day=${first}`, { timezoneId: 'Europe/Berlin' });
    const dayCell = (day: string) =>
      page.getByRole('listitem', {
        name: new Date(day).toLocaleDateString('en-US', { dateStyle: 'full', timeZone: 'UTC' }),
      });
    await page.getByRole('button', { name: 'Move “Spring look”' }).click();
    await page.getByRole('menuitem', { name: 'One day later' }).click();
    await dayCell(second).getByRole('link', { name: 'Spring look' }).waitFor();
    expect(Date.parse(await publishAtOf(publishId)) - start).toBe(DAY_MS);
    await dayCell(second)
      .getByRole('link', { name: 'Spring look' })
      .locator('xpath=ancestor::*[@draggable="true"]')
      .dragTo(dayCell(third));
    await dayCell(third).getByRole('link', { name: 'Spring look' }).waitFor();

    expect(Date.parse(await publishAtOf(publishId)) - start).toBe(2 * DAY_MS);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('offers viewers nothing that changes a post', async () => {
    const publishId = await schedule(inDays(3));
    const page = await open(`/publish/${publishId}`, { role: 'viewer' });
    await page.getByText(/Scheduled for/).waitFor();
    expect(await page.getByRole('main').getByRole('button').count()).toBe(0);
    await page.goto(`${connector().url}/admin/publish/new`);
    await page.getByText('You have no permission for this').waitFor();

    expect(browser().errors).toEqual([]);
  });
});
