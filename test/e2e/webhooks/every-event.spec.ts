import { beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { CredentialTokens } from '../../../src/integrations/index.js';
import { useConnector } from '../../support/connector.js';
import { UNLIMITED } from '../../support/given/answering.js';
import { ConnectedParts, type AdAccountBody } from '../../support/given/connected-parts.js';
import { PUBLISHING_SCOPES } from '../../support/given/business-tenant.js';
import { manualRun } from '../../support/given/planned-syncs.js';
import { checkWebhooks } from '../../support/given/webhook-checks.js';
import { settledEvents, type EventItem } from '../../support/given/webhook-deliveries.js';
import { publish, untilStatus } from '../../support/given/publications.js';

// 19 digits, which a double cannot hold.
const COMMENT_ID = '7602997517160123661';
const MESSAGE = {
  conversation_id: 'c-1',
  timestamp: 1_795_900_000_123,
  from: 'lena.k',
  to: 'shop',
  unique_identifier: 'p-1',
  from_user: { id: 'p-1', role: 'personal_account' },
  to_user: { id: 'b-1', role: 'business_account' },
};

const connector = useConnector({
  sandbox: UNLIMITED,
  environment: {
    TIKTOK_KEEP_RATE_LIMITS: 'false',
    TIKTOK_BUSINESS_ACCOUNT_SCOPES: PUBLISHING_SCOPES,
    TIKTOK_ADS_WEBHOOKS: 'register',
    TIKTOK_ADS_WEBHOOK_FAMILIES:
      'AD_ACCOUNT_SUSPENSION,CREATIVE_FATIGUE,REPORT_DATA_CHANGE,API_SERVICE_STATUS',
  },
});

let parts: ConnectedParts;
let account: AdAccountBody;
let videoId: string;
let publishId: string;
beforeAll(async () => {
  parts = await ConnectedParts.connect(connector());
  [account] = (await parts.connectAds()) as [AdAccountBody];
  const { api } = parts;
  await manualRun(connector(), parts, 'videos');
  const [video] = await connector().database.query<{ id: string }>(
    'SELECT video_id AS id FROM social_activity WHERE integration_id = $1',
    [parts.integrationId],
  );
  const id = await publish(api);
  await untilStatus(api, id, 'public');
  const [post] = await connector().database.query<{ id: string }>(
    'SELECT tiktok_publish_id AS id FROM publications WHERE id = $1',
    [id],
  );
  [videoId, publishId] = [video?.id ?? '', post?.id ?? ''];
  await checkWebhooks(connector(), 'ads');
}, 90_000);

/** What every event of the reference becomes. @param content by the reference; text keeps numbers of 19 digits */
interface Expected {
  event: string;
  content: () => object | string;
  status: 'processed' | 'ignored';
  /** The service uses events of this name. */
  known: boolean;
}

const post = (more: object = {}) => ({ publish_id: publishId, publish_type: 'DIRECT_PUBLISH', ...more });

const LOGIN: Expected[] = [
  ['post.publish.complete', () => post()],
  ['post.publish.publicly_available', () => post({ post_id: '7602997517160123666' })],
  ['post.publish.no_longer_publicaly_available', () => post({ post_id: '7602997517160123666' })],
  ['post.publish.inbox_delivered', () => post({ publish_type: 'INBOX_SHARE' })],
  ['post.publish.failed', () => post({ reason: 'internal' })],
].map(([event, content]) => ({ event, content, status: 'processed', known: true }) as Expected);

const LEGACY: Expected[] = [
  {
    event: 'video.upload.failed',
    content: () => ({ share_id: 'video.share.1' }),
    status: 'ignored',
    known: false,
  },
  {
    event: 'video.publish.completed',
    content: () => ({ share_id: 'video.share.1' }),
    status: 'processed',
    known: true,
  },
];

const ACCOUNTS: Expected[] = [
  {
    event: 'comment.update',
    content: () =>
      `{"comment_id":${COMMENT_ID},"video_id":${videoId},"parent_comment_id":0,"comment_type":"comment",` +
      '"comment_action":"insert","unique_identifier":"p-1","timestamp":1795900000123,"text":"Price?"}',
    status: 'processed',
    known: true,
  },
  ...['im_receive_msg', 'im_send_msg'].map((event) => ({
    event,
    content: () => ({ ...MESSAGE, message_id: event, type: 'text', text: { body: 'Hi' } }),
    status: 'processed' as const,
    known: true,
  })),
  {
    event: 'im_receive_msg_eu',
    content: () => ({ to: 'shop', to_user: MESSAGE.to_user, timestamp: MESSAGE.timestamp }),
    status: 'processed',
    known: true,
  },
  {
    event: 'im_mark_read_msg',
    content: () => ({ ...MESSAGE, read: { last_read_timestamp: MESSAGE.timestamp } }),
    status: 'processed',
    known: true,
  },
  {
    event: 'im_referral_msg',
    content: () => ({
      ...MESSAGE,
      referral: {
        source: 'short_link',
        short_link: { ref: 'spring', prefilled_message_audit_status: 'PASS' },
      },
    }),
    status: 'processed',
    known: true,
  },
  {
    event: 'im_auto_message_config_update',
    content: () => ({ auto_message_type: 'WELCOME_MESSAGE', action: 'ENABLE' }),
    status: 'ignored',
    known: false,
  },
  {
    event: 'im_auto_message_audit_update',
    content: () => ({ auto_message_type: 'SUGGESTED_QUESTION', audit_status: 'REJECT' }),
    status: 'ignored',
    known: false,
  },
  {
    event: 'im_receive_high_intent_comment',
    content: () =>
      `{"comment_id":${COMMENT_ID},"comment_text":"Price?","unique_identifier":"p-1","is_follower":false}`,
    status: 'ignored',
    known: false,
  },
  {
    event: 'brand.mention.event',
    content: () =>
      `{"type_of_event":"CREATE","mention_type":"VIDEO_MENTION","video_id":${COMMENT_ID},"comment_id":"0"}`,
    status: 'ignored',
    known: false,
  },
];

/** Waits for an event that contains this text, and reads its detail. */
async function detailOf(event: string, text: string): Promise<EventItem> {
  const id = await eventually(async () => {
    const events = await settledEvents(parts.api, event);
    return events.find(({ content }) => JSON.stringify(content).includes(text))?.id;
  });
  return (await parts.api.get<EventItem>(`/api/webhooks/events/${id}`)).body;
}

async function countedAs(event: string): Promise<{ status: string; known: boolean } | undefined> {
  interface Counts {
    counts: { event: string; status: string; known: boolean; count: number }[];
  }
  const { body } = await parts.api.get<Counts>('/api/webhooks/events/counts');
  return body.counts.find((one) => one.event === event);
}

describe('every event of TikTok', () => {
  it.each([...LEGACY, ...ACCOUNTS, ...LOGIN])(
    '$event is stored, decoded and counted as $status',
    async ({ event, content, status, known }) => {
      await connector().sandbox.control('/webhooks/emit', {
        event,
        account: parts.username,
        content: content(),
      });
      const sent = content();
      const own = typeof sent === 'string' ? COMMENT_ID : JSON.stringify(sent).slice(1, -1);
      const { content: decoded, ...detail } = await detailOf(event, own);
      expect(detail).toMatchObject({ event, status });
      const ids = typeof sent === 'string' ? (sent.match(/\d{19}/g) ?? []) : [];
      for (const id of ids) expect(Object.values(decoded)).toContain(id);
      if (typeof sent !== 'string') expect(decoded).toMatchObject(sent);
      expect(await countedAs(event)).toMatchObject({ status, known });
    },
  );

  it('portability.download.ready, which names no account, is stored', async () => {
    const event = 'portability.download.ready';
    await connector().sandbox.control('/webhooks/emit', { event, content: { request_id: 7 } });
    await eventually(async () => {
      const sql = 'SELECT status FROM webhook_events WHERE event = $1';
      const [row] = await connector().database.query<{ status: string }>(sql, [event]);
      return row?.status === 'ignored';
    });
  });
});

const group = () => ({ adv_id: account.advertiserId, adgroup_id: '18', adgroup_name: 'A' });

describe('every event of ads', () => {
  const INCIDENT = {
    incident_id: 'i-1',
    incident_title: 'Late',
    incident_event_type: 'RESOLVE',
    incident_level: 'LOW_DISRUPTION',
  };

  it.each([
    [
      'LEAD',
      'ads.lead',
      () => ({ id: '1', advertiser_id: account.advertiserId, changes: [{ field: 'name', value: 'L' }] }),
      'ignored',
    ],
    ['AD_GROUP', 'ads.ad_group_review', () => ({ ...group(), reject_reason: '' }), 'processed'],
    ['AD', 'ads.ad_review', () => ({ ...group(), ad_id: '19', reject_reason: '' }), 'processed'],
    [
      'AD_ACCOUNT_SUSPENSION',
      'ads.account_suspension',
      () => ({
        advertiser_id: account.advertiserId,
        status: 'STATUS_LIMIT',
        status_change_time: 1,
        suspension_reason: 'x',
      }),
      'processed',
    ],
    [
      'CREATIVE_FATIGUE',
      'ads.creative_fatigue',
      () => ({ adv_id: account.advertiserId, ad_id: '19', date: 20_261_129 }),
      'processed',
    ],
    [
      'TCM_VIDEOS',
      'ads.tcm_authorisation',
      () => ({ adv_id: account.advertiserId, item_id: '7' }),
      'ignored',
    ],
    [
      'REPORT_DATA_CHANGE',
      'ads.report_data_change',
      () => ({
        data_level: 'AUCTION_ADVERTISER',
        changed_metrics_values: { [account.advertiserId]: { spend: '1.0' } },
      }),
      'processed',
    ],
  ] as const)('%s is stored, decoded and counted', async (entity, event, entry, status) => {
    await subscribeTo(entity);
    const { sent } = await connector().sandbox.control<{ sent: number }>('/business/webhooks/emit', {
      entity,
      advertiserId: account.advertiserId,
      adgroupId: '18',
      adId: '19',
      entry: entry(),
    });
    expect(sent).toBe(1);
    const detail = await detailOf(event, account.advertiserId);
    expect(detail).toMatchObject({ event, status });
    expect(JSON.stringify(detail.content)).toContain(account.advertiserId);
    expect(await countedAs(event)).toMatchObject({ status, known: status === 'processed' });
  });

  it('API_SERVICE_STATUS, which names no account, is stored and handled', async () => {
    await connector().sandbox.control('/business/webhooks/emit', {
      entity: 'API_SERVICE_STATUS',
      entry: INCIDENT,
    });
    await eventually(async () => {
      const sql = `SELECT status FROM webhook_events WHERE event = 'ads.api_service_status'`;
      const [row] = await connector().database.query<{ status: string }>(sql);
      return row?.status === 'processed';
    });
  });
});

/** Families that the service does not subscribe to for each ad account. */
async function subscribeTo(entity: string): Promise<void> {
  if (!['LEAD', 'AD_GROUP', 'AD', 'TCM_VIDEOS'].includes(entity)) return;
  const { business, businessBaseUrl } = connector().config.tiktok;
  const token = await connector()
    .app.get(CredentialTokens)
    .accessToken(await parts.credentialId('advertiser'));
  const answer = await fetch(new URL('/open_api/v1.3/subscription/subscribe/', businessBaseUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      app_id: business?.id,
      secret: business?.secret,
      subscribe_entity: entity,
      callback_url: `${connector().url}/connect/webhook/tiktok`,
      subscription_detail: { access_token: token, advertiser_id: account.advertiserId },
    }),
  });
  expect(await answer.json()).toMatchObject({ code: 0 });
}
