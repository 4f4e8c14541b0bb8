import { describe, expect, it } from '@jest/globals';
import { TokenInterceptor } from '../http/token.interceptor.js';
import type { RawResponse } from '../http/transport.js';
import { envelope, ScriptedTransport, SPEC_CONFIG } from '../testing/scripted-transport.js';
import { BusinessClient } from './business-client.js';
import { ReportApi, type ReportQuery } from './report.api.js';

const QUERY: ReportQuery = {
  reportType: 'BASIC',
  dataLevel: 'AUCTION_AD',
  dimensions: ['ad_id_v2', 'stat_time_day'],
  metrics: ['spend'],
  from: '2026-11-01',
  to: '2026-11-27',
  page: 1,
  pageSize: 2,
  filters: [
    {
      field: 'ad_status',
      values: ['STATUS_ALL'],
    },
  ],
};
const ROWS = [{ dimensions: { ad_id_v2: '1' } }, { dimensions: { ad_id_v2: '2' } }];

async function read(data: object, headers: RawResponse['headers'] = {}, query = QUERY) {
  const tokens = { accessToken: () => Promise.resolve('1'), renewedToken: () => Promise.resolve('2') };
  const transport = new ScriptedTransport([envelope(0, data)], headers);
  const api = new ReportApi(new BusinessClient(SPEC_CONFIG, new TokenInterceptor(transport, tokens)));
  const page = await api.integrated({ credentialId: 'c1', advertiserId: '7400000000000000002' }, query);
  return { page, url: new URL(transport.sent[0]?.url ?? '') };
}

describe('ReportApi.integrated', () => {
  it('sends lists as JSON, and the values of a filter as JSON within', async () => {
    const { url } = await read({ list: [] });
    expect(url.pathname).toBe('/open_api/v1.3/report/integrated/get/');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      advertiser_id: '7400000000000000002',
      report_type: 'BASIC',
      service_type: 'AUCTION',
      data_level: 'AUCTION_AD',
      dimensions: '["ad_id_v2","stat_time_day"]',
      metrics: '["spend"]',
      start_date: '2026-11-01',
      end_date: '2026-11-27',
      filtering: String.raw`[{"field_name":"ad_status","filter_type":"IN","filter_value":"[\"STATUS_ALL\"]"}]`,
      page: '1',
      page_size: '2',
    });
  });

  it('sends no filter if there is none', async () => {
    const { url } = await read({ list: [] }, {}, { ...QUERY, filters: [] });
    expect(url.searchParams.has('filtering')).toBe(false);
  });

  it.each([
    ['another page', { list: ROWS, page_info: { page: 1, total_page: 2 } }, false],
    ['the last page', { list: ROWS, page_info: { page: 1, total_page: 1 } }, true],
    ['a full page without a count', { list: ROWS }, false],
    ['a short page without a count', { list: ROWS.slice(1) }, true],
    ['an empty page, whatever it says', { list: [], page_info: { page: 1, total_page: 9 } }, true],
    ['no list', {}, true],
    ['null', { list: null, page_info: null }, true],
  ])('recognises %s', async (_case, data, isLast) => {
    expect((await read(data)).page.isLast).toBe(isLast);
  });

  it.each([
    [{ 'x-tt-ads-throttle': 'true' }, true],
    [{ 'x-tt-ads-throttle': '1' }, true],
    [{ 'x-tt-ads-throttle': 'false' }, false],
    [{}, false],
  ])('reads from %j whether TikTok has left out ads', async (headers, isCut) => {
    expect((await read({ list: ROWS }, headers)).page.isCut).toBe(isCut);
  });
});
