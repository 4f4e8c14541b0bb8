import { parseForeignJson, type Json } from '../../common/index.js';
import { webhookSeconds, type WebhookPayload } from './webhook-payload.js';

/** `object` of the payload. Business reference §9.1. */
const EVENTS: Record<string, string> = {
  '1': 'ads.lead',
  '2': 'ads.ad_group_review',
  '3': 'ads.ad_review',
  '8': 'ads.creative_fatigue',
  '9': 'ads.tcm_authorisation',
  '10': 'ads.tto_video',
  '11': 'ads.report_data_change',
  '14': 'ads.api_service_status',
};

/** The advertisers of one delivery that are looked up; TikTok sends one or a few. */
const MOST_ADVERTISERS = 100;

/**
 * Parses a webhook of the ads side, which has no envelope: its whole body is the content.
 * @param appId of the Business app, which the body does not name
 * @returns undefined unless it looks like one
 */
export function parseAdsWebhook(rawBody: Buffer, appId: string): WebhookPayload | undefined {
  const text = rawBody.toString('utf8');
  const body = objectOf(parsed(text));
  const event = body && eventOf(body);
  if (!body || event === undefined) return undefined;
  return {
    clientKey: appId,
    event,
    createTime: webhookSeconds(body.time) ?? webhookSeconds(body.status_change_time),
    userOpenId: undefined,
    content: JSON.stringify(body),
  };
}

/** @returns the ids of the advertisers that the content of an ads event names, without repeats */
export function advertisersOf(content: Readonly<Record<string, unknown>>): string[] {
  const entries = Array.isArray(content.entry) ? (content.entry as unknown[]) : [];
  const ids = [content, ...entries].flatMap(namedIn);
  const known = ids.map(String).filter((id) => /^\d{1,32}$/.test(id));
  return [...new Set(known)].slice(0, MOST_ADVERTISERS);
}

function namedIn(place: unknown): unknown[] {
  const { adv_id, advertiser_id, changed_metrics_values: changed } = (place ?? {}) as Record<string, unknown>;
  const keys = typeof changed === 'object' && changed !== null ? Object.keys(changed) : [];
  return [adv_id, advertiser_id].concat(keys);
}

function eventOf(body: Record<string, Json | undefined>): string | undefined {
  const { object, entry } = body;
  if (typeof object === 'number' || typeof object === 'string')
    return EVENTS[String(object)] ?? 'ads.unknown';
  if (body.incident_id !== undefined) return 'ads.api_service_status';
  if (body.advertiser_id !== undefined && body.status !== undefined) return 'ads.account_suspension';
  return entry === undefined ? undefined : 'ads.unknown';
}

function parsed(text: string): Json | undefined {
  try {
    return parseForeignJson(text);
  } catch {
    return undefined;
  }
}

function objectOf(value: Json | undefined): Record<string, Json | undefined> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}
