import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mergeFacts } from './merged-facts.js';
import { messageFact, type MessageFact } from './message-fact.js';
import { addFact, eraseFacts, type MessageFacts } from './message-facts.js';
import type { Visibility } from './visibility.js';

const START = Date.UTC(2026, 10, 1);
const at = (minute: number) => new Date(START + minute * 60_000);
const minute = fc.integer({ min: 0, max: 30 });
const text = fc.constantFrom('hello', ' hello ', 'hello!', null);

const anyEvent = fc
  .tuple(minute, fc.constantFrom<Visibility>('public', 'hidden', 'friends', 'deleted'), text)
  .map(([time, visibility, words]) =>
    messageFact({
      kind: 'comment',
      id: '1',
      source: 'webhook',
      at: at(time),
      visibility,
      text: words,
      ...(time === 0 && { sentAt: new Date(START + 123) }),
      author: { key: 'person' },
    }),
  );
const anyAdLine = fc.tuple(minute, text, fc.constantFrom('1', '2')).map(([time, words, adGroupId]) =>
  messageFact({
    kind: 'ad_comment',
    id: '1',
    source: 'poll',
    at: at(time),
    sentAt: at(0),
    text: words,
    author: { name: `name at ${time}` },
    figures: { likes: time },
    ad: {
      accountId: '9',
      adGroupId,
      adGroupName: null,
      adId: `8${time}`,
      adName: null,
      campaignId: null,
      campaignName: null,
      itemId: '77',
      identityId: null,
      identityType: null,
      canDelete: null,
      canAnswer: null,
      isOwnPost: false,
    },
  }),
);
const anyAction = minute.map((time) =>
  messageFact({
    kind: 'ad_comment',
    id: '1',
    source: 'reply',
    at: at(time),
    visibility: 'hidden',
    actor: 'user-7',
  }),
);

const factsOf = (all: readonly MessageFact[]) => {
  const facts = all.reduce<MessageFacts | undefined>(addFact, undefined);
  if (!facts) throw new Error('no facts');
  return facts;
};
const some = (...kinds: fc.Arbitrary<MessageFact>[]) =>
  fc.array(fc.oneof(...kinds), { minLength: 1, maxLength: 6 });

describe('mergeFacts', () => {
  it('is what one inbox would know that had heard everything', () => {
    fc.assert(
      fc.property(some(anyEvent), anyAdLine, some(anyAdLine, anyAction), (home, first, more) => {
        const other = [first, ...more];
        const merged = mergeFacts(factsOf(home), factsOf(other));
        expect(merged).toEqual(factsOf([...home, ...other]));
        expect(mergeFacts(factsOf(other), factsOf(home))).toEqual(merged);
        expect(mergeFacts(merged, factsOf(other))).toEqual(merged);
      }),
    );
  });

  it('keeps an erasure', () => {
    fc.assert(
      fc.property(some(anyEvent), some(anyAdLine), (home, other) => {
        const merged = mergeFacts(eraseFacts(factsOf(home), 'everything'), factsOf(other));
        expect(JSON.stringify(merged)).not.toMatch(/hello|person|name at/);
        expect(merged.erased).toBe('everything');
      }),
    );
  });
});
