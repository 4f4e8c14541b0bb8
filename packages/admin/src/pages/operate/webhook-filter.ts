import { chosen, dayOf, oneOf, textOf } from './search-values.js';

export const EVENT_STATUSES = ['received', 'processed', 'ignored', 'failed', 'quarantined'] as const;
export const REPLAYABLE = ['processed', 'ignored', 'failed'] as const;
export type Replayable = (typeof REPLAYABLE)[number];

/** Which webhook events the list shows. */
export interface EventFilter {
  status?: (typeof EVENT_STATUSES)[number];
  event?: string;
  account?: string;
  /** A day of UTC. */
  from?: string;
  to?: string;
}

export function readEventFilter(search: Record<string, unknown>): EventFilter {
  return chosen({
    status: oneOf(EVENT_STATUSES, search['status']),
    event: textOf(search['event']),
    account: textOf(search['account']),
    from: dayOf(search['from']),
    to: dayOf(search['to']),
  });
}

/** The filter as the API takes it. */
export function toEventQuery<Filter extends EventFilter>({ account, ...filter }: Filter) {
  return { ...filter, ...(account !== undefined && { integrationId: account }) };
}
