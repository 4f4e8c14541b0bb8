import { describe, expect, it } from '@jest/globals';
import type { AdObjectBody } from '../../support/given/ads-account.js';
import { useEditedAds } from '../../support/given/edited-ads.js';

const REPORT = '/open_api/v1.3/report/integrated/get/';

interface Report {
  data: { list: { metrics: Record<string, string> }[] };
}

const edited = useEditedAds();

/** Takes one unit from the budget of an ad group. */
async function lower() {
  const [listed] = await edited().ads.list('ad-groups', '&live=true');
  const { id, budget } = await edited().ads.read('ad-groups', listed?.id ?? '');
  const amount = (Number(budget?.amount) - 1).toFixed(2);
  return await edited().ads.api.send<{
    object: AdObjectBody;
    unchecked: { field: string; reason: string }[];
  }>('PATCH', `/api/ads/ad-groups/${id}`, {
    body: JSON.stringify({ accountId: edited().ads.accountId, budget: { amount } }),
    headers: { 'content-type': 'application/json' },
  });
}

describe('PATCH of a lower budget', () => {
  it.each(['-', '<5'])('is named as unchecked if TikTok reports the spend as %s', async (spend) => {
    edited().editor.edit(REPORT, (body) => {
      const { data } = body as unknown as Report;
      expect(data.list).toHaveLength(1);
      return {
        ...body,
        data: { ...data, list: data.list.map((row) => Object.assign(row, { metrics: { spend } })) },
      };
    });
    const { status, body } = await lower();
    expect(status).toBe(200);
    expect(body.unchecked).toEqual([{ field: 'budget.amount', reason: expect.stringContaining('105 %') }]);
  });

  it('is named as unchecked if TikTok sends no report', async () => {
    edited().editor.answer(REPORT, {
      status: 200,
      json: { code: 40_002, message: 'No report.', request_id: '1' },
    });
    const { status, body } = await lower();
    expect([status, body.unchecked.map(({ field }) => field)]).toEqual([200, ['budget.amount']]);
  });

  it('is checked if TikTok reports the spend', async () => {
    const { status, body } = await lower();
    expect([status, body.unchecked]).toEqual([200, []]);
  });
});
