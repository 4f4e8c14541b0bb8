import { describe, expect, it } from '@jest/globals';
import type { WebhookPayload } from '../../tiktok/index.js';
import { dedupeKey, leased, type EventRow } from './event-rows.js';

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

function row(id: string, bytes = 100, status: EventRow['status'] = 'received'): EventRow {
  return { id, rawBody: Buffer.alloc(bytes), status, leaseToken: null } as EventRow;
}

function leasedIds(rows: readonly EventRow[]): string[] {
  return rows.filter((one) => one.leaseToken).map(({ id }) => id);
}

describe('leased', () => {
  it('leases the first that can be handled, as many as there is room for', () => {
    const rows = [row('garbage', 100, 'quarantined'), row('a'), row('b'), row('c')];
    expect(leasedIds(leased(rows, 2))).toEqual(['a', 'b']);
    expect(leasedIds(leased(rows, -1))).toEqual([]);
  });

  it('leaves large events in the database, so that a burst of them does not fill the memory', () => {
    expect(leasedIds(leased([row('large', 16 * 1024 + 1), row('small', 16 * 1024)], 2))).toEqual(['small']);
  });
});
