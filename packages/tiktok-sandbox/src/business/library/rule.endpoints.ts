import { advertiserEndpoint, type BusinessEndpoint } from '../wire/endpoint.js';
import { pageOf } from '../wire/paging.js';

/** No automated rule is ever made here. */
const list = advertiserEndpoint({
  method: 'GET',
  path: '/optimizer/rule/list/',
  handle({ params }) {
    params.object('filtering');
    return { rules: [], page_info: pageOf(params, [], { maxSize: 100 }).page_info };
  },
});

export const RULE_ENDPOINTS: readonly BusinessEndpoint[] = [list];
