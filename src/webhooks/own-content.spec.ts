import { describe, expect, it } from '@jest/globals';
import { ownContent } from './own-content.js';

const own = new Set(['7400000000000000001', '7400000000000000002']);
const FOREIGN = '7400000000000000009';

describe('ownContent', () => {
  it('leaves out entries and figures of other ad accounts', () => {
    const kept = { adv_id: '7400000000000000001', ad_id: '1' };
    const figures = { data_level: 'AD', changed_metrics_values: { '7400000000000000002': { spend: 1 } } };
    const content = {
      request_id: 'r',
      entry: [
        kept,
        { adv_id: FOREIGN, ad_id: '2' },
        {
          ...figures,
          changed_metrics_values: { ...figures.changed_metrics_values, [FOREIGN]: { spend: 2 } },
        },
        { data_level: 'AD', changed_metrics_values: { [FOREIGN]: { spend: 3 } } },
      ],
    };
    expect(ownContent(content, own)).toEqual({ request_id: 'r', entry: [kept, figures] });
  });

  it.each([
    [{ entry: [{ adv_id: FOREIGN }] }],
    [{ advertiser_id: FOREIGN, status: 'STATUS_LIMIT' }],
    [{ comment_id: '1' }],
  ])('changes nothing in %j, which only its recipients can see', (content) =>
    expect(ownContent(content, own)).toEqual(content),
  );
});
