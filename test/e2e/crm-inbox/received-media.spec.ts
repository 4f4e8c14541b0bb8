import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { StagingJanitor } from '../../../src/content/uploads/staging/staging-janitor.js';
import { MediaJanitor } from '../../../src/crm-inbox/media/media.janitor.js';
import type { ProblemBody } from '../../support/api-client.js';
import { useConnector, type Tenant } from '../../support/connector.js';
import { UNLIMITED } from '../../support/given/answering.js';
import {
  MESSAGE_SCOPES,
  messagingTenant,
  untilMessages,
  write,
} from '../../support/given/direct-messages.js';
import { manualRun } from '../../support/given/planned-syncs.js';
import { openConversation, type OpenedConversation } from '../../support/given/inbox.js';

const connector = useConnector({
  sandbox: UNLIMITED,
  environment: {
    TIKTOK_BUSINESS_ACCOUNT_SCOPES: MESSAGE_SCOPES,
    CRM_MEDIA_MAX_MB: '1',
    CRM_MEDIA_QUOTA_MB: '2',
    CRM_MEDIA_DAYS: '30',
  },
});
const DOWNLOAD = 'POST /open_api/v1.3/business/message/media/download/';
const DAY_S = 86_400;

interface Media {
  status: string;
  url: string | null;
  type: string | null;
  bytes: number | null;
  width: number | null;
  height: number | null;
}

type Shown = OpenedConversation['messages'][number] & {
  media: Media | null;
  author: { contactId: string | null };
};

/** A person sends a picture. @returns the message, once its picture has another status than `pending` */
async function sent(
  tenant: Tenant,
  mediaId: string = randomUUID(),
  type = 'IMAGE',
  count = 1,
): Promise<Shown> {
  await write(connector(), tenant, { type, content: { media_id: mediaId } });
  const { conversation } = await untilMessages(connector(), tenant, count);
  return await shown(tenant, conversation.id, (media) => media.status !== 'pending', mediaId);
}

function shown(
  tenant: Tenant,
  conversationId: string,
  fits: (media: Media) => boolean,
  mediaId?: string,
): Promise<Shown> {
  return eventually(async () => {
    const { messages } = await openConversation(tenant.api, conversationId);
    const one = (messages as Shown[]).find(
      ({ content }) => mediaId === undefined || content?.['mediaId'] === mediaId,
    );
    return one?.media ? fits(one.media) && one : undefined;
  });
}

/** What is counted for the organisation, beside what it stores. */
async function usage({ organisationId }: Tenant): Promise<{ counted: number; stored: number }> {
  const [row] = await connector().database.query<{ counted: number; stored: number }>(
    `SELECT coalesce((SELECT bytes FROM message_media_usage WHERE organisation_id = $1), 0)::int AS counted,
      coalesce((SELECT sum(bytes) FROM message_media WHERE organisation_id = $1 AND file IS NOT NULL), 0)::int AS stored`,
    [organisationId],
  );
  return row ?? { counted: -1, stored: -1 };
}

const NO_USE = { counted: 0, stored: 0 };

afterEach(() => connector().moveClock(0));

async function codeAt(url: URL): Promise<[number, string]> {
  const response = await fetch(url);
  return [response.status, ((await response.json()) as ProblemBody).code];
}

const storedFiles = async (tenant: Tenant) =>
  await connector().database.query<{ file: string }>(
    'SELECT file FROM message_media WHERE integration_id = $1 AND file IS NOT NULL',
    [tenant.integrationId],
  );

async function calls(operation: string): Promise<number> {
  const counters = await connector().sandbox.read<{ calls: Record<string, number> }>('/counters');
  return counters.calls[operation] ?? 0;
}

interface Notice {
  kind: string;
  detail: string;
  subject: { type: string; id: string };
  resolvedAt: string | null;
}

async function notices({ api }: Tenant): Promise<Notice[]> {
  const { body } = await api.get<{ items: Notice[] }>('/api/notifications');
  return body.items.filter(({ kind }) => kind === 'media_storage_full' || kind === 'all_clear');
}

const largeMedia = () => `bytes-900000-${randomUUID()}`;

describe('pictures of direct messages', () => {
  it('are copied at once, and served at a signed link without a token', async () => {
    const tenant = await messagingTenant(connector());
    const { media } = await sent(tenant);
    expect(media).toMatchObject({ status: 'available', type: 'image/png', width: 1, height: 1 });

    const response = await fetch(media?.url ?? '');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([bytes.length, bytes.subarray(1, 4).toString()]).toEqual([media?.bytes, 'PNG']);
  });

  it('are served in parts, so that a browser can seek in a video', async () => {
    const tenant = await messagingTenant(connector());
    const { media } = await sent(tenant, randomUUID(), 'VIDEO');
    const get = async (headers: Record<string, string>, method = 'GET') => {
      const response = await fetch(media?.url ?? '', { headers, method });
      return { response, body: Buffer.from(await response.arrayBuffer()) };
    };
    const whole = await get({});
    const etag = whole.response.headers.get('etag') ?? '';
    expect(whole.response.headers.get('accept-ranges')).toBe('bytes');
    expect(whole.response.headers.get('last-modified')).toMatch(/GMT$/);
    const size = whole.body.length;

    const part = await get({ range: 'bytes=4-7' });
    expect(part.response.status).toBe(206);
    expect(part.response.headers.get('content-range')).toBe(`bytes 4-7/${size}`);
    expect(part.body).toEqual(whole.body.subarray(4, 8));
    const beyond = await get({ range: `bytes=${size}-` });
    expect([beyond.response.status, beyond.response.headers.get('content-range')]).toEqual([
      416,
      `bytes */${size}`,
    ]);
    expect((await get({ range: 'bytes=4-7', 'if-range': '"another"' })).body).toEqual(whole.body);
    expect((await get({ range: 'bytes=4-7', 'if-range': etag })).response.status).toBe(206);
    expect((await get({ 'if-none-match': etag })).response.status).toBe(304);
    const head = await get({}, 'HEAD');
    expect([head.response.status, head.response.headers.get('content-length'), head.body.length]).toEqual([
      200,
      String(size),
      0,
    ]);
  });

  it('are refused with a changed or expired link, and to another organisation', async () => {
    const tenant = await messagingTenant(connector());
    const { media } = await sent(tenant);
    const url = new URL(media?.url ?? '');
    for (const [name, value] of [
      ['org', 'org-other'],
      ['expires', '9999999999'],
      ['signature', 'x'],
    ] as const) {
      const changed = new URL(url);
      changed.searchParams.set(name, value);
      expect(await codeAt(changed)).toEqual([403, 'media_url_invalid']);
    }
    connector().moveClock(3 * 3_600);
    expect(await codeAt(url)).toEqual([403, 'media_url_expired']);
  });

  it('are not kept if they are too large, or no pictures', async () => {
    const [large, page] = [await messagingTenant(connector()), await messagingTenant(connector())];
    expect((await sent(large, `bytes-1500000-${randomUUID()}`)).media).toMatchObject({
      status: 'too_large',
      url: null,
    });
    expect((await sent(page, `page-${randomUUID()}`)).media).toMatchObject({
      status: 'unavailable',
      url: null,
    });
    for (const tenant of [large, page]) expect(await storedFiles(tenant)).toEqual([]);
  });

  it('are unavailable once TikTok refuses them, and tried again while TikTok is down', async () => {
    const [refused, later] = [await messagingTenant(connector()), await messagingTenant(connector())];
    await connector().sandbox.fault({ match: DOWNLOAD, kind: 'error_code', code: '40007', times: 1 });
    expect((await sent(refused)).media).toMatchObject({ status: 'unavailable' });

    await connector().sandbox.fault({ match: DOWNLOAD, kind: 'http500_html', times: 20 });
    await write(connector(), later, { type: 'IMAGE' });
    const { conversation } = await untilMessages(connector(), later, 1);
    await eventually(async () => {
      const rows = await connector().database.query(
        'SELECT 1 FROM message_media WHERE integration_id = $1 AND attempts > 0 AND last_error IS NOT NULL',
        [later.integrationId],
      );
      return rows.length > 0;
    }, 20_000);
    await connector().sandbox.clearFaults();
    await connector().hurry('crm-media');
    await shown(later, conversation.id, ({ status }) => status === 'available');
  });

  it('are erased with their person, and not fetched again', async () => {
    const tenant = await messagingTenant(connector());
    const { media, author } = await sent(tenant);
    const [stored] = await storedFiles(tenant);
    expect(await connector().stagedFiles()).toContain(stored?.file);

    expect((await tenant.api.delete(`/api/crm/contacts/${author.contactId}`)).status).toBe(200);

    expect(await connector().stagedFiles()).not.toContain(stored?.file);
    expect(await usage(tenant)).toEqual(NO_USE);
    expect((await fetch(media?.url ?? '')).status).toBe(404);
    await manualRun(connector(), tenant, 'messages');
    expect(
      await connector().database.query('SELECT 1 FROM message_media WHERE integration_id = $1', [
        tenant.integrationId,
      ]),
    ).toEqual([]);
  });

  it('are deleted with the data of their account', async () => {
    const tenant = await messagingTenant(connector());
    await sent(tenant);
    const [stored] = await storedFiles(tenant);
    expect((await tenant.api.delete(`/api/integrations/${tenant.integrationId}/data`)).status).toBe(202);
    await eventually(async () => (await storedFiles(tenant)).length === 0);
    expect(await usage(tenant)).toEqual(NO_USE);
    expect(await connector().stagedFiles()).not.toContain(stored?.file);
  });

  it('expire after their time, and until then the store keeps them', async () => {
    const tenant = await messagingTenant(connector());
    const { id } = await sent(tenant);
    const [stored] = await storedFiles(tenant);
    connector().moveClock(2 * 3_600);
    await connector().app.get(StagingJanitor, { strict: false }).clean();
    expect(await connector().stagedFiles()).toContain(stored?.file);
    connector().moveClock(31 * DAY_S);
    await connector().app.get(MediaJanitor, { strict: false }).clean();
    expect(await connector().stagedFiles()).not.toContain(stored?.file);
    const [row] = await connector().database.query<{ status: string }>(
      'SELECT status FROM message_media WHERE message_id = $1',
      [id],
    );
    expect(row?.status).toBe('expired');
  });

  it('are not fetched without room for them, until old ones expire; one notice says so', async () => {
    const tenant = await messagingTenant(connector());
    const status = async (mediaId: string, count: number) =>
      (await sent(tenant, mediaId, 'IMAGE', count)).media?.status;
    expect([await status(largeMedia(), 1), await status(largeMedia(), 2)]).toEqual([
      'available',
      'available',
    ]);
    const downloads = await calls(DOWNLOAD);

    const late = randomUUID();
    const { media } = await sent(tenant, late, 'IMAGE', 3);
    expect(media).toMatchObject({ status: 'storage_full', url: null, bytes: null });
    expect(await status(randomUUID(), 4)).toBe('storage_full');

    expect(await calls(DOWNLOAD)).toBe(downloads);
    expect(await usage(tenant)).toEqual({ counted: 1_800_000, stored: 1_800_000 });
    expect(await notices(tenant)).toMatchObject([
      {
        kind: 'media_storage_full',
        subject: { type: 'organisation', id: tenant.organisationId },
        detail: expect.stringContaining('1.8 MB of 2 MB'),
        resolvedAt: null,
      },
    ]);
    const janitor = connector().app.get(MediaJanitor, { strict: false });
    await janitor.clean();
    expect(await notices(tenant)).toHaveLength(1);

    await connector().database.query(
      `UPDATE message_media SET stored_at = stored_at - interval '31 days' WHERE integration_id = $1`,
      [tenant.integrationId],
    );
    await janitor.clean();
    expect((await notices(tenant)).map(({ kind }) => kind)).toEqual(['all_clear', 'media_storage_full']);
    const { conversation } = await untilMessages(connector(), tenant, 4);
    await shown(tenant, conversation.id, (one) => one.status === 'available', late);
    expect(await status(largeMedia(), 5)).toBe('available');
  });

  it('use no more room than there is when several arrive at once', async () => {
    const tenant = await messagingTenant(connector());
    const size = 700_000;
    const ids = Array.from({ length: 4 }, () => `bytes-${size}-${randomUUID()}`);
    for (const id of ids) await write(connector(), tenant, { type: 'IMAGE', content: { media_id: id } });
    await untilMessages(connector(), tenant, 4);
    await eventually(async () => {
      const rows = await connector().database.query(
        `SELECT FROM message_media WHERE integration_id = $1 AND status = 'pending'`,
        [tenant.integrationId],
      );
      return rows.length === 0;
    });
    expect(await usage(tenant)).toEqual({ counted: 2 * size, stored: 2 * size });
    expect(await storedFiles(tenant)).toHaveLength(2);
  });

  it('are counted when their messages are deleted, too', async () => {
    const tenant = await messagingTenant(connector());
    const { id, media } = await sent(tenant);
    expect(await usage(tenant)).toEqual({ counted: media?.bytes, stored: media?.bytes });
    await connector().database.query('DELETE FROM messages WHERE id = $1', [id]);
    expect(await usage(tenant)).toEqual(NO_USE);
  });

  it('come with videos, and not with stickers, whose address is in the content', async () => {
    const tenant = await messagingTenant(connector());
    // The sandbox shows a picture behind every medium.
    expect((await sent(tenant, randomUUID(), 'VIDEO')).media?.status).toBe('available');
    const other = await messagingTenant(connector());
    await write(connector(), other, { type: 'STICKER' });
    const { conversation } = await untilMessages(connector(), other, 1);
    const { messages } = await openConversation(other.api, conversation.id);
    expect(messages).toMatchObject([
      { type: 'sticker', media: null, content: { url: expect.stringContaining('https://') } },
    ]);
  });
});
