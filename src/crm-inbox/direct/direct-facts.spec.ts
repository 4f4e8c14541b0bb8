import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addFact, type MessageFacts } from '../facts/message-facts.js';
import { messageState } from '../facts/message-state.js';
import { europeanFact, factOf } from './direct-facts.js';
import { readDirectMessage } from './direct-message.js';
import type { MessageFact } from '../facts/message-fact.js';

const BUSINESS = '-000abc';
const AT = Date.UTC(2026, 10, 1);

/** The same message as an event and as a line of a list. */
function bothForms({ isOwn, type, seconds }: { isOwn: boolean; type: string; seconds: number }) {
  const [person, account] = [
    { id: 'person-1', role: 'personal_account' },
    { id: BUSINESS, role: 'business_account' },
  ];
  const content = {
    text: { body: 'Hello' },
    image: { media_id: 'm1' },
    sticker: { url: 'https://s/1' },
  }[type];
  const common = {
    conversation_id: 'c1',
    message_id: 'm1',
    from_user: isOwn ? account : person,
    to_user: isOwn ? person : account,
    timestamp: AT + seconds * 1000,
    [type]: content,
    message_tag: { source: isOwn ? 'API' : 'APP' },
  };
  return {
    event: { ...common, type, unique_identifier: 'person-1', from: 'lena.k', to: 'demo' },
    line: { ...common, message_type: type.toUpperCase(), sender: 'lena.k', recipient: 'demo' },
  };
}

function read(fields: Record<string, unknown>) {
  const message = readDirectMessage(fields, { businessId: BUSINESS, fallbackTime: new Date(AT) });
  if (!message) throw new Error('not read');
  return message;
}

function stateOf(facts: readonly MessageFact[]) {
  const merged = facts.reduce<MessageFacts | undefined>(addFact, undefined);
  if (!merged) throw new Error('no facts');
  return messageState(merged, false);
}

describe('factOf', () => {
  it('leads to the same message for events and lists in any order and number', () => {
    const scene = fc.record({
      isOwn: fc.boolean(),
      type: fc.constantFrom('text', 'image', 'sticker'),
      seconds: fc.nat(100),
      reads: fc.array(fc.nat(1_000), { minLength: 1, maxLength: 4 }),
    });
    fc.assert(
      fc.property(
        scene.chain((one) => {
          const { event, line } = bothForms(one);
          const message = read(event);
          const facts = [
            factOf(message, { source: 'webhook', at: message.at, businessId: BUSINESS }),
            ...one.reads.map((seconds) =>
              factOf(read(line), {
                source: 'poll',
                at: new Date(AT + (one.seconds + seconds) * 1000),
                businessId: BUSINESS,
                shown: { name: `Lena ${seconds}`, picture: null },
              }),
            ),
          ];
          const any = fc.shuffledSubarray([...facts, ...facts], { minLength: facts.length * 2 });
          return fc.tuple(fc.constant(facts), any);
        }),
        ([facts, shuffled]) => expect(stateOf(shuffled)).toEqual(stateOf(facts)),
      ),
    );
  });

  it('keeps the time and the direction of the message', () => {
    const { event } = bothForms({ isOwn: true, type: 'text', seconds: 5 });
    const fact = factOf(read(event), { source: 'webhook', at: new Date(AT), businessId: BUSINESS });
    expect(stateOf([fact])).toMatchObject({
      direction: 'out',
      sentAt: new Date(AT + 5_000),
      text: 'Hello',
      type: 'text',
      authorId: BUSINESS,
    });
  });
});

describe('europeanFact', () => {
  it('is one message for one moment', () => {
    const [one, again] = [europeanFact(new Date(AT)), europeanFact(new Date(AT))];
    expect(one).toEqual(again);
    expect(stateOf([one])).toMatchObject({ direction: 'in', text: null, type: 'european' });
  });
});
