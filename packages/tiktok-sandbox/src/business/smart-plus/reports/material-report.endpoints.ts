import type { AdvertiserCall } from '../../wire/business-call.js';
import { advertiserEndpoint } from '../../wire/endpoint.js';
import { pageOf } from '../../wire/paging.js';
import { readMaterialQuery } from './material-query.js';
import { materialRows } from './material-rows.js';

/** What each video, post and carousel did, over all the time that is asked about. */
export const materialOverview = advertiserEndpoint({
  method: 'GET',
  path: '/smart_plus/material_report/overview/',
  handle: (call) => report(call, false),
});

/** The same by day or hour. */
export const materialBreakdown = advertiserEndpoint({
  method: 'GET',
  path: '/smart_plus/material_report/breakdown/',
  handle: (call) => report(call, true),
});

function report(call: AdvertiserCall, hasTime: boolean): object {
  return pageOf(call.params, materialRows(call, readMaterialQuery(call, hasTime)));
}
