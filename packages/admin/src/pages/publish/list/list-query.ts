import type { PublishSearch } from '../publish.search.js';
import { addDays, beginningOf } from '../zones.js';

/** The filters as the service takes them. Both days are included. */
export function queryOf({ status, kind, account, text, from, to }: PublishSearch) {
  return {
    limit: 50,
    ...(status && { status }),
    ...(kind && { kind }),
    ...(account !== undefined && { integrationId: account }),
    ...(text !== undefined && { text }),
    ...(from !== undefined && { from: beginningOf(from) }),
    ...(to !== undefined && { to: beginningOf(addDays(to, 1)) }),
  };
}
