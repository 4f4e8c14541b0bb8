import { describe, expect, it } from '@jest/globals';
import type { WebhookPayload } from '../../tiktok/index.js';
import { dedupeKey } from './event-rows.js';

const BODY = Buffer.from('{}');
const payload = (createTime: number | undefined): WebhookPayload =>
  ({ clientKey: 'app', event: 'video.x', createTime, userOpenId: 'one', content: '{}' }) as WebhookPayload;

describe('dedupeKey', () => {
  it('is the same for each delivery of an event, and another for another event', () => {
    const key = dedupeKey(payload(1_763_800_000), BODY);
    expect(dedupeKey(payload(1_763_800_000), Buffer.from('{ }'))).toEqual(key);
    expect(dedupeKey(payload(1_763_800_001), BODY)).not.toEqual(key);
  });

  it('begins with the day of the event', () => {
    const key = dedupeKey(payload(1_763_800_000), BODY);
    expect(key).toHaveLength(40);
    expect([key.readUInt32BE(0), key.readUInt32BE(4)]).toEqual([0, Math.floor(1_763_800_000 / 86_400)]);
  });

  it.each([undefined, 0, -1, 1_763_800_000_000, Number.NaN])('is only a hash at the time %s', (time) => {
    expect(dedupeKey(payload(time), BODY)).toHaveLength(32);
  });
});
