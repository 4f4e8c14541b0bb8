import { createHmac } from 'node:crypto';
import { BUSINESS_SECRET } from './webhook-deliveries.js';

/** A webhook of the ads side about the review of an ad. */
export function adsDelivery(advertiserId: string, parts: object = {}): string {
  const entry = [{ log_id: '1', adv_id: Number.NaN, adgroup_id: '18', ad_id: '19', reject_reason: '' }];
  const body = { request_id: 'r', object: 3, time: Math.floor(Date.now() / 1000), entry, ...parts };
  // TikTok sends the id of the advertiser as a number, which a double cannot hold.
  return JSON.stringify(body).replace('"adv_id":null', `"adv_id":${advertiserId}`);
}

/** The header `X-Open-Signature` of an ASCII body. */
export function openSignature(body: string, secret = BUSINESS_SECRET): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}
