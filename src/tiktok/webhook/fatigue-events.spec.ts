import { describe, expect, it } from '@jest/globals';
import { fatigueEvents } from './fatigue-events.js';
import { parseWebhookContent } from './webhook-payload.js';

const at = new Date('2026-11-29T23:00:00Z');
const parse = (text: string) => fatigueEvents(parseWebhookContent(text), at);

describe('fatigueEvents', () => {
  it.each([
    ['a number', '"ad_id":7400000000000000019', ['7400000000000000019']],
    ['a list', '"ad_ids":[7400000000000000019,"20"]', ['7400000000000000019', '20']],
    ['nothing', '"date":20261129', []],
  ])('reads ids of ads from %s, exactly', (_what, field, adIds) => {
    const text = `{"object":8,"entry":[{"adv_id":7400000000000000123,${field}}]}`;
    expect(parse(text)).toEqual([{ advertiserId: '7400000000000000123', adIds, day: '2026-11-29' }]);
  });

  it.each(['', '{"object":8,"entry":[null,{"ad_id":1}]}', '{"object":8,"entry":"x"}'])(
    'reads nothing in %s',
    (text) => {
      expect(parse(text)).toEqual([]);
    },
  );
});
