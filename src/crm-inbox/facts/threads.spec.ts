import { describe, expect, it } from '@jest/globals';
import { placeMessages, type KnownThreads, type PlaceFact } from './threads.js';

const top = (id: string): PlaceFact => ({ id, type: 'comment', parentId: null, threadKey: null });
const reply = (id: string, parentId: string, threadKey: string | null = null): PlaceFact => ({
  id,
  type: 'reply',
  parentId,
  threadKey,
});

/** A store that has taken batches of facts one after the other, as the writer does. */
function threadsAfter(batches: PlaceFact[][]): Record<string, string> {
  const ofMessage = new Map<string, string>();
  const ofReplies = new Map<string, string>();
  const final = new Set<string>();
  const known: KnownThreads = { ofMessage, ofReplies, final };
  for (const batch of batches) {
    const { threadOf, moved } = placeMessages(batch, known);
    for (const threads of [ofMessage, ofReplies])
      for (const [id, thread] of threads) threads.set(id, moved.get(thread) ?? thread);
    for (const { id, type, parentId } of batch) {
      const thread = threadOf.get(id) ?? id;
      ofMessage.set(id, thread);
      if (parentId) ofReplies.set(parentId, thread);
      if (type === 'comment') final.add(id);
    }
  }
  return Object.fromEntries([...ofMessage].toSorted());
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((one, index) =>
    permutations(items.toSpliced(index, 1)).map((rest) => [one].concat(rest)),
  );
}

const message = (id: string): PlaceFact => ({ id, type: 'text', parentId: null, threadKey: 'dm+1' });

describe('placeMessages', () => {
  const chain = [top('1'), reply('2', '1'), reply('3', '2'), reply('4', '3')];

  it('puts replies to replies into the thread of the first comment, in any order', () => {
    for (const order of permutations(chain))
      expect(threadsAfter(order.map((one) => [one]))).toEqual({ 1: '1', 2: '1', 3: '1', 4: '1' });
  });

  it('gives the same result for one batch', () => {
    for (const order of permutations(chain))
      expect(threadsAfter([order])).toEqual({ 1: '1', 2: '1', 3: '1', 4: '1' });
  });

  it('keeps a reply under the id of a parent that stays unknown', () => {
    expect(threadsAfter([[reply('3', '2')]])).toEqual({ 3: '2' });
  });

  it('joins replies to an unknown comment once a list names the thread of one', () => {
    const facts = [reply('3', '2'), reply('4', '2'), reply('3', '2', '1'), reply('5', '2')];
    for (const order of permutations(facts))
      expect(threadsAfter(order.map((one) => [one]))).toEqual({ 3: '1', 4: '1', 5: '1' });
  });

  it('ignores a parent of a comment at the top level', () => {
    expect(threadsAfter([[{ ...top('1'), parentId: '9' }]])).toEqual({ 1: '1' });
  });

  it('leaves a message where it is when a fact says nothing about its place', () => {
    const silent: PlaceFact = { id: '2', type: null, parentId: null, threadKey: null };
    for (const order of permutations([top('1'), reply('2', '1'), silent]))
      expect(threadsAfter(order.map((one) => [one]))).toEqual({ 1: '1', 2: '1' });
  });

  it('ends for comments that answer each other', () => {
    expect(Object.keys(threadsAfter([[reply('1', '2'), reply('2', '1')]]))).toEqual(['1', '2']);
  });

  it('puts direct messages into the conversation that they name', () => {
    expect(threadsAfter([[message('a')], [message('b'), message('a')]])).toEqual({ a: 'dm+1', b: 'dm+1' });
  });
});
