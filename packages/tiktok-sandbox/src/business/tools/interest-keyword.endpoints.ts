import type { JsonObject } from '../../open-api/api-call.js';
import { invalidParam, missing } from '../wire/business-error.js';
import { advertiserEndpoint, type BusinessEndpoint } from '../wire/endpoint.js';
import { INTEREST_KEYWORDS } from './categories.js';
import { LANGUAGES } from './languages.js';

const MODES = ['FUZZ_MATCH', 'SEMANTIC_RECOMMEND'] as const;
const AUDIENCE_TYPES = ['GENERAL_INTEREST', 'PURCHASE_INTENTION'] as const;
const MAX_SEEDS = 10;
const MAX_KEYWORDS = 50;

const recommend = advertiserEndpoint({
  method: 'GET',
  path: '/tool/interest_keyword/recommend/',
  handle({ params }) {
    const single = params.text('keyword');
    const seeds = params.texts('keywords', { min: 1, max: MAX_SEEDS }) ?? (single ? [single] : undefined);
    if (!seeds) throw missing('keyword');
    params.oneOf('mode', MODES);
    params.oneOf('audience_type', AUDIENCE_TYPES);
    const language = params.oneOf(
      'language',
      LANGUAGES.map(([code]) => code),
    );
    const limit = params.whole('limit', { min: 1, max: MAX_KEYWORDS }) ?? MAX_KEYWORDS;
    // The keywords of the sandbox are English.
    const known = language === undefined || language === 'en' ? INTEREST_KEYWORDS : [];
    const found = seeds.flatMap((seed) =>
      known
        .filter(({ keyword }) => keyword.toLowerCase().includes(seed.toLowerCase()))
        .map((one) => keywordView(one, seeds.length > 1 ? { input_keyword: seed } : {})),
    );
    return { recommended_keywords: found.slice(0, limit) };
  },
});

const get = advertiserEndpoint({
  method: 'GET',
  path: '/tool/interest_keyword/get/',
  handle({ params }) {
    params.object('filtering')?.oneOf('audience_type', AUDIENCE_TYPES);
    const ids = params
      .requireObjects('keyword_query', { max: MAX_KEYWORDS })
      .map((query) => query.requireText('keyword_id'));
    const unknown = ids.find((id) => !INTEREST_KEYWORDS.some((one) => one.id === id));
    if (unknown !== undefined) throw invalidParam(`keyword_query: Keyword ${unknown} does not exist.`);
    return {
      keywords: INTEREST_KEYWORDS.filter(({ id }) => ids.includes(id)).map((one) => keywordView(one, {})),
    };
  },
});

function keywordView(
  { id, keyword, isEffective }: (typeof INTEREST_KEYWORDS)[number],
  more: JsonObject,
): JsonObject {
  return {
    ...more,
    keyword_id: id,
    keyword,
    language: 'en',
    status: isEffective ? 'EFFECTIVE' : 'INEFFECTIVE',
    keyword_status: 'ONLINE',
  };
}

export const INTEREST_KEYWORD_ENDPOINTS: readonly BusinessEndpoint[] = [recommend, get];
