import type { AdObjectDetailView } from 'tiktok-connector-client';
import { microsOf, plainAmount } from '../amounts.js';
import { wallClock, withOffset } from '../zoned-time.js';

/** What can be changed, in the order of the form. */
export const FIELDS = [
  'name',
  'budget',
  'bid',
  'start',
  'end',
  'text',
  'callToAction',
  'landingPageUrl',
] as const;
export type Field = (typeof FIELDS)[number];

/** Values as the form has them. A field that the object does not have is absent; null is a value that TikTok does not show. */
export type Values = Partial<Record<Field, string | null>>;

export interface Change {
  field: Field;
  before: string | null;
  after: string;
}

/** Reads what can be changed of an object, as TikTok has it. */
export function valuesOf({ level, name, budget, data }: AdObjectDetailView, timeZone: string): Values {
  const named = { name };
  const withBudget = {
    ...named,
    ...(budget !== null && budget.mode !== 'none' && { budget: budget.amount }),
  };
  if (level === 'campaign') return withBudget;
  if (level === 'ad_group') return { ...withBudget, ...bidOf(data), ...scheduleOf(data, timeZone) };
  return { ...named, ...adValues(data) };
}

type Data = AdObjectDetailView['data'];

function bidOf(data: Data): Values {
  if (data['bid_type'] !== 'BID_TYPE_CUSTOM') return {};
  const price = data['billing_event'] === 'OCPM' ? data['conversion_bid_price'] : data['bid_price'];
  return { bid: textOf(price) };
}

/** An ad group that has begun keeps its start. */
function scheduleOf(data: Data, timeZone: string): Values {
  const [start, end] = [instantOf(data['schedule_start_time']), instantOf(data['schedule_end_time'])];
  const hasEnd = data['schedule_type'] === 'SCHEDULE_START_END' && end !== undefined;
  return {
    ...(start !== undefined && start > Date.now() && { start: wallClock(start, timeZone) }),
    end: hasEnd ? wallClock(end, timeZone) : '',
  };
}

/** A post has neither a text nor a page of its own unless TikTok sends one. */
function adValues(data: Data): Values {
  const isPost = typeof data['tiktok_item_id'] === 'string' && data['tiktok_item_id'] !== '';
  const text = textOf(data['ad_text']) ?? firstText(data['ad_text_list'], 'ad_text');
  const page =
    textOf(data['landing_page_url']) ?? firstText(data['landing_page_url_list'], 'landing_page_url');
  const button = textOf(data['call_to_action']) ?? firstText(data['call_to_action_list'], 'call_to_action');
  return {
    ...(!isPost && text !== null && { text }),
    ...(page !== null && { callToAction: button, landingPageUrl: page }),
  };
}

function firstText(list: unknown, key: string): string | null {
  const [first] = Array.isArray(list) ? (list as unknown[]) : [];
  return typeof first === 'object' && first !== null ? textOf((first as Record<string, unknown>)[key]) : null;
}

function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
}

/** TikTok writes times in UTC without a zone. */
function instantOf(value: unknown): number | undefined {
  const at = typeof value === 'string' ? Date.parse(`${value.replace(' ', 'T')}Z`) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}

/** The fields that the user has changed. */
export function changesOf(before: Values, after: Values): Change[] {
  return FIELDS.flatMap((field) => {
    const [old, wanted] = [before[field], after[field]?.trim()];
    if (old === undefined || wanted === undefined || wanted === '') return [];
    return isSame(field, old, wanted) ? [] : [{ field, before: old, after: wanted }];
  });
}

/** The changed fields whose value at TikTok is no longer what the user has seen. */
export function conflictsOf(changes: readonly Change[], now: Values): Change[] {
  return changes.flatMap(({ field, before }) => {
    const current = now[field] ?? '';
    return isSame(field, before, current) ? [] : [{ field, before, after: current }];
  });
}

/** Amounts may be written in several ways. */
function isSame(field: Field, one: string | null, other: string): boolean {
  const isMoney = field === 'budget' || field === 'bid';
  const [left, right] = isMoney ? [microsOf(one), microsOf(other)] : [null, null];
  return left !== null && right !== null ? left === right : (one ?? '') === other;
}

/** The body of the change, without what stays. */
export function patchOf(changes: readonly Change[], timeZone: string) {
  const wanted = Object.fromEntries(changes.map(({ field, after }) => [field, after])) as Partial<
    Record<Field, string>
  >;
  const { name, budget, bid, start, end, text, callToAction, landingPageUrl } = wanted;
  const time = (local: string): string => withOffset(local, timeZone) ?? local;
  return {
    ...(name !== undefined && { name }),
    ...(budget !== undefined && { budget: { amount: plainAmount(budget) } }),
    ...(bid !== undefined && { bid: { amount: plainAmount(bid) } }),
    ...((start !== undefined || end !== undefined) && {
      schedule: {
        ...(start !== undefined && { start: time(start) }),
        ...(end !== undefined && { end: time(end) }),
      },
    }),
    ...(text !== undefined && { text }),
    ...(callToAction !== undefined && { callToAction }),
    ...(landingPageUrl !== undefined && { landingPageUrl }),
  };
}
