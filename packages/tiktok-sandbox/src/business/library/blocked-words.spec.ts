import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BusinessClient } from '../testing/business-client.js';

describe('blocked words', () => {
  let client: BusinessClient;
  let token: string;
  let advertiser_id: string;
  beforeEach(async () => {
    ({ client, token, advertiser_id } = await BusinessClient.startAsAdvertiser());
  });
  afterEach(() => client.close());

  it.each([
    ['page and page_size', { page: 2, page_size: 1 }],
    ['the page_info of the official SDK', { page_info: { page: 2, page_size: 1 } }],
  ])('are listed page by page with %s', async (_case, paging) => {
    const blocked_words = ['spam', 'fake', 'scam'];
    await client.post('/blockedword/create/', { advertiser_id, blocked_words }, token);
    const { data } = await client.get('/blockedword/list/', { advertiser_id, ...paging }, token);
    expect(data).toEqual({
      list: [{ bw_content: 'fake' }],
      page_info: { page: 2, page_size: 1, total_number: 3, total_page: 3 },
    });
  });
});
