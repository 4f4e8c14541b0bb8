import { chosen, oneOf, textOf } from './search-values.js';

export const SYNC_TYPES = ['profile', 'videos', 'comments', 'messages', 'ads'] as const;
export const RUN_STATUSES = ['queued', 'running', 'succeeded', 'incomplete', 'failed', 'cancelled'] as const;
export const SCHEDULE_STATES = ['running', 'not_allowed', 'failing', 'due', 'planned', 'resting'] as const;

export interface RunFilter {
  status?: (typeof RUN_STATUSES)[number];
  type?: (typeof SYNC_TYPES)[number];
  account?: string;
}

export interface ScheduleFilter {
  state?: (typeof SCHEDULE_STATES)[number];
  type?: (typeof SYNC_TYPES)[number];
  account?: string;
}

export function readRunFilter(search: Record<string, unknown>): RunFilter {
  return chosen({
    status: oneOf(RUN_STATUSES, search['status']),
    type: oneOf(SYNC_TYPES, search['type']),
    account: textOf(search['account']),
  });
}

export function readScheduleFilter(search: Record<string, unknown>): ScheduleFilter {
  return chosen({
    state: oneOf(SCHEDULE_STATES, search['state']),
    type: oneOf(SYNC_TYPES, search['type']),
    account: textOf(search['account']),
  });
}

/** The filter as the API takes it. */
export function toSyncQuery<Filter extends RunFilter | ScheduleFilter>({ type, account, ...rest }: Filter) {
  return {
    ...rest,
    ...(type !== undefined && { syncType: type }),
    ...(account !== undefined && { integrationId: account }),
  };
}
