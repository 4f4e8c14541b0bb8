import { describe, expect, it } from '@jest/globals';
import type { DirectMessageFact } from './direct-message.js';
import { matchOf } from './european-notices.js';
import { missedMessages } from './missed-messages.js';

const START = Date.UTC(2026, 10, 1);
const at = (minutes: number) => new Date(START + minutes * 60_000);
const listed = (minutes: number, messageId = `m${minutes}`) =>
  ({ messageId, at: at(minutes) }) as unknown as DirectMessageFact;
const seconds = (count: number, id: string) =>
  ({ messageId: id, at: new Date(START + count * 1000) }) as unknown as DirectMessageFact;
const full = Array.from({ length: 20 }, (_, index) => listed(100 + index));
const reading = { since: at(0), readAt: at(200), isSilent: false };

describe('missedMessages', () => {
  it('counts what a webhook should have brought by now', () => {
    const messages = [listed(10), listed(20), listed(199)];
    const stored = [{ id: 'm10', sentAt: at(10) }];
    expect(missedMessages({ ...reading, messages, stored }).messages).toBe(1);
    expect(missedMessages({ ...reading, messages, stored, isSilent: true }).messages).toBe(0);
    expect(missedMessages({ ...reading, messages, stored, since: at(50) }).messages).toBe(0);
  });

  it('finds a gap if a full list does not reach back to what is stored', () => {
    const stored = [{ id: 'old', sentAt: at(10) }];
    expect(missedMessages({ ...reading, messages: full, stored }).gap).toEqual({
      after: at(10),
      before: at(100),
    });
    expect(missedMessages({ ...reading, messages: full.slice(1), stored }).gap).toBeNull();
    expect(missedMessages({ ...reading, messages: full, stored: [] }).gap).toBeNull();
    const known = [{ id: 'm119', sentAt: at(119) }];
    expect(missedMessages({ ...reading, messages: full, stored: known }).gap).toBeNull();
  });
});

describe('matchOf', () => {
  it('takes the message of the same moment, or the only one within seconds', () => {
    expect(matchOf(at(0), [seconds(0, 'a'), seconds(1, 'b')])?.messageId).toBe('a');
    expect(matchOf(at(0), [seconds(3, 'a'), seconds(60, 'b')])?.messageId).toBe('a');
  });

  it('does not guess between two', () => {
    expect(matchOf(at(0), [seconds(1, 'a'), seconds(2, 'b')])).toBeUndefined();
    expect(matchOf(at(0), [seconds(10, 'a')])).toBeUndefined();
  });
});
