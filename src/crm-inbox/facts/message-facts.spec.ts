import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { messageFact, type MessageFact } from './message-fact.js';
import { addFact, eraseFacts, type MessageFacts } from './message-facts.js';
import { messageState } from './message-state.js';
import { timelineOf } from './timeline.js';
import type { Visibility } from './visibility.js';

const START = Date.UTC(2026, 10, 1);
const at = (minute: number) => new Date(START + minute * 60_000);

const webhook = (
  minute: number,
  visibility: Visibility,
  text: string | null,
  toldMinute = minute,
): MessageFact =>
  messageFact({
    kind: 'comment',
    id: '1',
    source: 'webhook',
    at: at(minute),
    toldAt: at(toldMinute),
    visibility,
    text,
    ...(visibility === 'public' && minute === 0 && { sentAt: new Date(START + 123) }),
    author: { key: 'person' },
  });
const listed = (
  minute: number,
  status: 'public' | 'hidden',
  text: string,
  likes: number | null,
): MessageFact =>
  messageFact({
    kind: 'comment',
    id: '1',
    source: 'poll',
    at: at(minute),
    listed: status,
    text,
    sentAt: at(0),
    author: { key: 'person', name: `Lena ${likes}` },
    figures: { likes },
  });

const minute = fc.integer({ min: 0, max: 30 });
const text = fc.constantFrom('hello', ' hello ', 'hello!', null);
const anyWebhook = fc
  .tuple(minute, fc.constantFrom<Visibility>('public', 'hidden', 'friends', 'unknown'), text, minute)
  .map((parts) => webhook(...parts));
const anyDeletion = minute.map((one) => webhook(one, 'deleted', null));
// Lists are read one after the other, because one run at a time reads them.
const lists = fc
  .uniqueArray(fc.tuple(minute, fc.constantFrom('public' as const, 'hidden' as const), fc.nat(9)), {
    selector: ([one]) => one,
    maxLength: 5,
  })
  .map((reads) =>
    reads
      .toSorted(([one], [other]) => one - other)
      .map(([when, status, likes]) => listed(when, status, likes % 2 ? 'hello' : 'hello!', likes || null)),
  );

function result(facts: readonly MessageFact[]): object {
  const merged = facts.reduce<MessageFacts | undefined>(addFact, undefined);
  if (!merged) throw new Error('no facts');
  // The database returns JSON, between any two facts.
  const stored = JSON.parse(JSON.stringify(merged)) as MessageFacts;
  return { state: messageState(stored, false), timeline: timelineOf(stored) };
}

describe('facts about a message', () => {
  it('give the same result in any order and with repetitions', () => {
    const deliveries = fc.tuple(
      fc.array(anyWebhook, { minLength: 1, maxLength: 6 }),
      fc.array(anyDeletion, { maxLength: 1 }),
      lists,
      fc.infiniteStream(fc.nat(100)),
    );
    fc.assert(
      fc.property(deliveries, ([webhooks, deletions, reads, choices]) => {
        const events = [...webhooks, ...deletions];
        const choose = (below: number) => Number(choices.next().value) % below;
        const waiting = [[...events, ...events], [...reads]];
        const mixed: MessageFact[] = [];
        while (waiting.some((queue) => queue.length > 0)) {
          const queue = waiting[choose(2)] ?? [];
          const index = queue === waiting[0] ? choose(Math.max(queue.length, 1)) : 0;
          mixed.push(...queue.splice(index, 1));
        }
        expect(result(mixed)).toEqual(result([...events, ...reads]));
      }),
      { numRuns: 2000 },
    );
  });

  it('keep nothing of a deleted comment, in any order', () => {
    const facts = [
      webhook(0, 'public', 'secret'),
      webhook(5, 'deleted', null),
      listed(9, 'public', 'secret', 1),
    ];
    for (const order of [facts, facts.toReversed()]) {
      const merged = order.reduce<MessageFacts | undefined>(addFact, undefined);
      expect(JSON.stringify(merged)).not.toContain('secret');
      expect(result(order)).toMatchObject({ state: { visibility: 'deleted', text: null } });
    }
  });

  it('tell each change once', () => {
    const facts = [
      webhook(0, 'public', 'hello'),
      webhook(2, 'hidden', null),
      webhook(3, 'hidden', null),
      listed(4, 'hidden', 'hello', 3),
      webhook(6, 'public', 'hello!'),
    ];
    expect(result(facts)).toMatchObject({
      state: { text: 'hello!', visibility: 'public', likes: 3, sentAt: new Date(START + 123) },
      timeline: [
        { type: 'hidden', at: at(2).getTime() },
        { type: 'unhidden', at: at(6).getTime() },
        { type: 'edited', at: at(6).getTime(), details: { text: 'hello!' } },
      ],
    });
  });

  it('name the user who hid a comment, although the echo comes first', () => {
    const own = messageFact({
      kind: 'comment',
      id: '1',
      source: 'reply',
      at: at(3),
      visibility: 'hidden',
      actor: 'user-1',
    });
    const facts = [webhook(0, 'public', 'hello'), webhook(2, 'hidden', null), own];
    expect(result(facts)).toMatchObject({
      timeline: [{ type: 'hidden', at: at(2).getTime(), actor: 'user-1' }],
    });
  });

  it('find a change that no webhook has announced', () => {
    const facts = [
      webhook(0, 'public', 'hello'),
      listed(9, 'hidden', 'hello', 1),
      listed(20, 'hidden', 'hello', 1),
    ];
    expect(result(facts)).toMatchObject({
      state: { visibility: 'hidden' },
      timeline: [{ type: 'hidden', at: at(9).getTime() }],
    });
  });

  it('do not bring back an erased person', () => {
    const before = [webhook(0, 'public', 'secret'), listed(2, 'public', 'secret', 1)];
    const merged = before.reduce<MessageFacts | undefined>(addFact, undefined);
    if (!merged) throw new Error('no facts');
    const erased = [listed(5, 'public', 'secret', 2), webhook(6, 'hidden', 'secret')].reduce<MessageFacts>(
      addFact,
      eraseFacts(merged, 'everything'),
    );
    expect(JSON.stringify(erased)).not.toMatch(/secret|Lena|person/);
    expect(messageState(erased, false)).toMatchObject({ text: null, authorId: null, likes: 2 });
  });
});
