import type { LogFacts } from '../common/index.js';
import type { WorkTable } from './work-kinds.js';

/** The name of a row's id in the log. */
const ID_NAMES: Record<WorkTable, string> = {
  credentials: 'credentialId',
  integrations: 'integrationId',
  publications: 'publicationId',
  sync_runs: 'runId',
  webhook_events: 'eventId',
  ad_audience_uploads: 'uploadId',
  ad_account_health: 'healthId',
  ad_changes: 'changeId',
  ad_launches: 'launchId',
  notification_deliveries: 'deliveryId',
  ad_creatives: 'creativeId',
  crm_outbox: 'replyId',
  crm_webhook_deliveries: 'deliveryId',
  webhook_checks: 'checkId',
  message_media: 'mediaId',
};

/** Columns that are logged, with their names in the log. */
const COLUMNS: Record<WorkTable, Record<string, string>> = {
  credentials: { family: 'family' },
  integrations: { status: 'status' },
  publications: {
    integration_id: 'integrationId',
    tiktok_publish_id: 'tiktokPublishId',
    status: 'status',
    fail_code: 'failCode',
  },
  sync_runs: {
    integration_id: 'integrationId',
    kind: 'syncType',
    status: 'status',
    items: 'items',
    skipped: 'skipped',
    fail_code: 'failCode',
  },
  webhook_events: { event: 'event', status: 'status' },
  ad_audience_uploads: { audience_id: 'audienceId', action: 'action', state: 'state', fail_code: 'failCode' },
  ad_account_health: { account_id: 'accountId', state: 'state' },
  ad_changes: { account_id: 'accountId', level: 'level', action: 'action', state: 'state' },
  ad_launches: { account_id: 'accountId', status: 'status', fail_code: 'failCode' },
  ad_creatives: {
    account_id: 'accountId',
    kind: 'creativeKind',
    status: 'status',
    video_id: 'tiktokVideoId',
    image_id: 'tiktokImageId',
    fail_code: 'failCode',
  },
  crm_webhook_deliveries: { webhook_id: 'webhookId', type: 'event', status: 'status' },
  webhook_checks: { name: 'check' },
  message_media: { integration_id: 'integrationId', message_id: 'messageId', status: 'status' },
  crm_outbox: {
    integration_id: 'integrationId',
    conversation_id: 'conversationId',
    status: 'status',
    fail_code: 'failCode',
  },
  notification_deliveries: { notification_id: 'notificationId', channel: 'channel', status: 'status' },
};

// Event names come from TikTok and may be any text.
const MAX_CHARACTERS = 100;

export function factColumns(table: WorkTable): string[] {
  return Object.keys(COLUMNS[table]);
}

/** The log fields that describe a row. @param row keyed by column name */
export function factsOf(table: WorkTable, row: Readonly<Record<string, unknown>>): LogFacts {
  const facts = Object.entries(COLUMNS[table]).map(([column, name]) => [name, short(row[column])]);
  return {
    [ID_NAMES[table]]: row.id,
    ...Object.fromEntries(facts.filter(([, value]) => value !== null && value !== undefined)),
  };
}

function short(value: unknown): unknown {
  return typeof value === 'string' ? value.slice(0, MAX_CHARACTERS) : value;
}
