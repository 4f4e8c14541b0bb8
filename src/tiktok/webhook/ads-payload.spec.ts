import { describe, expect, it } from '@jest/globals';
import { advertisersOf, parseAdsWebhook } from './ads-payload.js';
import { parseWebhookContent } from './webhook-payload.js';

const APP = '7400000000000000001';
const parse = (text: string) => parseAdsWebhook(Buffer.from(text), APP);

describe('parseAdsWebhook', () => {
  it.each([
    ['{"object":2,"time":1763800000,"entry":[]}', 'ads.ad_group_review'],
    ['{"object":"3","entry":[]}', 'ads.ad_review'],
    ['{"object":99,"entry":[]}', 'ads.unknown'],
    ['{"entry":[]}', 'ads.unknown'],
    ['{"incident_id":"1","incident_event_type":"CREATE"}', 'ads.api_service_status'],
    ['{"advertiser_id":"7","status":"STATUS_LIMIT","subscription_id":"1"}', 'ads.account_suspension'],
  ])('names %s', (text, event) => {
    expect(parse(text)).toMatchObject({ event, clientKey: APP, userOpenId: undefined });
  });

  it.each(['', 'null', '[]', '7', '{}', '{"event":"video.x"}', '{"object":'])('refuses %j', (text) => {
    expect(parse(text)).toBeUndefined();
  });

  it('keeps ids of nineteen digits', () => {
    const { content } = parse('{"object":3,"entry":[{"adv_id":7602997517160123666}]}') ?? { content: '' };
    expect(advertisersOf(parseWebhookContent(content))).toEqual(['7602997517160123666']);
  });
});

describe('advertisersOf', () => {
  it('reads every place where TikTok names advertisers, each once', () => {
    const content = {
      advertiser_id: '1',
      entry: [{ adv_id: '1' }, { changed_metrics_values: { '2': {} } }, null],
    };
    expect(advertisersOf(content)).toEqual(['1', '2']);
  });
});
