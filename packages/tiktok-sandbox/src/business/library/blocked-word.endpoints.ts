import type { AdvertiserCall } from '../wire/business-call.js';
import { invalidParam, notFound } from '../wire/business-error.js';
import { advertiserEndpoint, type BusinessEndpoint } from '../wire/endpoint.js';
import { pageOf } from '../wire/paging.js';
import type { BlockedWord } from './blocked-word.js';

const MAX_WORDS = 500;
const MAX_LENGTH = 60;

const list = advertiserEndpoint({
  method: 'GET',
  path: '/blockedword/list/',
  handle(call) {
    // The official SDK sends the two numbers within an object.
    const paging = call.params.object('page_info') ?? call.params;
    const page = pageOf(paging, wordsOf(call).toReversed(), { maxSize: 500 });
    return { list: page.list.map(({ word }) => ({ bw_content: word })), page_info: page.page_info };
  },
});

const create = advertiserEndpoint({
  method: 'POST',
  path: '/blockedword/create/',
  handle(call) {
    const words = readWords(call);
    const there = new Set(wordsOf(call).map(({ word }) => word));
    const added = [...new Set(words)].filter((word) => !there.has(word));
    if (there.size + added.length > MAX_WORDS)
      throw invalidParam(`blocked_words: Up to ${MAX_WORDS} words are supported.`);
    for (const word of added) add(call, word);
    return {};
  },
});

const update = advertiserEndpoint({
  method: 'POST',
  path: '/blockedword/update/',
  handle(call) {
    const old = call.params.requireText('old_word');
    const word = call.params.requireText('new_word', { max: MAX_LENGTH });
    remove(call, old);
    add(call, word);
    return {};
  },
});

const deleteWords = advertiserEndpoint({
  method: 'POST',
  path: '/blockedword/delete/',
  handle(call) {
    for (const word of readWords(call)) remove(call, word);
    return {};
  },
});

const check = advertiserEndpoint({
  method: 'GET',
  path: '/blockedword/check/',
  handle(call) {
    const there = new Set(wordsOf(call).map(({ word }) => word));
    return { results: readWords(call).map((word) => ({ word, blocked: there.has(word) })) };
  },
});

function readWords({ params }: AdvertiserCall): string[] {
  const words = params.requireTexts('blocked_words', { max: MAX_WORDS });
  if (words.some((word) => word === '' || word.length > MAX_LENGTH))
    throw invalidParam(`blocked_words: A word has 1 to ${MAX_LENGTH} characters.`);
  return words;
}

function wordsOf({ tables, advertiser }: AdvertiserCall): BlockedWord[] {
  return tables.blockedWords.of(advertiser.id);
}

function add({ tables, advertiser }: AdvertiserCall, word: string): void {
  tables.blockedWords.add({ id: `${advertiser.id}/${word}`, advertiserId: advertiser.id, word });
}

function remove({ tables, advertiser }: AdvertiserCall, word: string): void {
  if (!tables.blockedWords.delete(`${advertiser.id}/${word}`))
    throw notFound(`The word ${word} is not there.`);
}

export const BLOCKED_WORD_ENDPOINTS: readonly BusinessEndpoint[] = [list, create, update, deleteWords, check];
