import { describe, expect, it } from '@jest/globals';
import { reviewEvents } from './review-events.js';
import { parseWebhookContent } from './webhook-payload.js';

const parse = (text: string) => reviewEvents(parseWebhookContent(text));

describe('reviewEvents', () => {
  it('reads the review of an ad, with its 19-digit number as text', () => {
    const text =
      '{"object":3,"entry":[{"adv_id":7400000000000000123,"adgroup_id":"18","ad_id":"19","reject_reason":""}]}';
    expect(parse(text)).toEqual([{ advertiserId: '7400000000000000123', objectIds: ['19', '18'] }]);
  });

  it('reads the review of an ad group, which names no ad', () => {
    const text = '{"object":2,"entry":[{"adv_id":"74","adgroup_id":18},{"adv_id":"74"}]}';
    expect(parse(text)).toEqual([{ advertiserId: '74', objectIds: ['18'] }]);
  });

  it.each(['', 'null', '[]', '{"object":1,"entry":[{"adv_id":1,"ad_id":"2"}]}', '{"object":3,"entry":{}}'])(
    'reads none in %s',
    (text) => {
      expect(parse(text)).toEqual([]);
    },
  );
});
