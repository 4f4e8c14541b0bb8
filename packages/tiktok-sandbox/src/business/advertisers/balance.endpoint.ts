import type { JsonObject } from '../../open-api/api-call.js';
import type { GrantedCall } from '../wire/business-call.js';
import { invalidParam, noPermission } from '../wire/business-error.js';
import { grantedEndpoint } from '../wire/endpoint.js';
import { pageOf } from '../wire/paging.js';
import { timeText } from '../wire/time-text.js';
import { zoneName } from './advertiser-info.endpoint.js';
import type { Advertiser, AdvertiserStatus } from './advertiser.js';
import { extraBalance, isReminded, MORE_BALANCE_FIELDS, moneyOf } from './balance.js';
import { OWNER_BC_ID } from './identity-list.js';

const DAY_MS = 86_400_000;

const SHOWN_STATUSES = [
  'SHOW_ACCOUNT_STATUS_NOT_APPROVED',
  'SHOW_ACCOUNT_STATUS_APPROVED',
  'SHOW_ACCOUNT_STATUS_IN_REVIEW',
  'SHOW_ACCOUNT_STATUS_PUNISHED',
] as const;

const REFUSED = new Set<AdvertiserStatus>([
  'STATUS_DISABLE',
  'STATUS_CONFIRM_FAIL',
  'STATUS_CONFIRM_FAIL_END',
  'STATUS_CONFIRM_MODIFY_FAIL',
]);

/** The ad accounts of a Business Center with their money. Source: TikTok's page 1739939106470913. */
export const advertiserBalance = grantedEndpoint({
  method: 'GET',
  path: '/advertiser/balance/get/',
  handle(call) {
    const { params } = call;
    if (params.requireText('bc_id') !== OWNER_BC_ID)
      throw noPermission('No permission to operate this Business Center.');
    const more = moreFields(call);
    const page = pageOf(params, rowsOf(call), { maxSize: 50 });
    return {
      advertiser_account_list: page.list.map((advertiser) => ({
        ...view(advertiser, call.now),
        // Documented: only for a result of one ad account.
        ...(page.page_info.total_number === 1 ? { transferable_amount: advertiser.balance } : {}),
        ...extraBalance(advertiser, more, page.page_info.page_size, call.now),
      })),
      page_info: page.page_info,
    };
  },
});

function moreFields({ params }: GrantedCall): readonly string[] {
  const asked = params.texts('fields') ?? [];
  const unknown = asked.find((name) => !MORE_BALANCE_FIELDS.includes(name));
  if (unknown !== undefined) throw invalidParam(`fields: ${unknown} is not a valid field.`);
  return asked;
}

function rowsOf({ params, tables, grant }: GrantedCall): Advertiser[] {
  const filtering = params.object('filtering');
  const keyword = filtering?.text('keyword')?.toLowerCase() ?? '';
  const statuses = filtering?.texts('advertiser_status');
  const unknown = statuses?.find((name) => !(SHOWN_STATUSES as readonly string[]).includes(name));
  if (unknown !== undefined) throw invalidParam(`advertiser_status: ${unknown} is not a valid value.`);
  return grant.advertiserIds
    .flatMap((id) => tables.advertisers.get(id) ?? [])
    .filter(({ id, name }) => id === keyword || name.toLowerCase().includes(keyword))
    .filter(({ status }) => !statuses || statuses.includes(shownStatus(status)));
}

function shownStatus(status: AdvertiserStatus): (typeof SHOWN_STATUSES)[number] {
  if (status === 'STATUS_ENABLE') return 'SHOW_ACCOUNT_STATUS_APPROVED';
  if (status === 'STATUS_LIMIT') return 'SHOW_ACCOUNT_STATUS_PUNISHED';
  return REFUSED.has(status) ? 'SHOW_ACCOUNT_STATUS_NOT_APPROVED' : 'SHOW_ACCOUNT_STATUS_IN_REVIEW';
}

function view(advertiser: Advertiser, now: number): JsonObject {
  return {
    advertiser_id: advertiser.id,
    advertiser_name: advertiser.name,
    advertiser_status: shownStatus(advertiser.status),
    advertiser_type: 'AUCTION',
    timezone: zoneName(advertiser.utcOffsetHours),
    currency: advertiser.currency,
    account_open_days: Math.floor((now - advertiser.createdAt) / DAY_MS),
    balance_reminder: isReminded(advertiser),
    company: `${advertiser.name} Ltd.`,
    contact_name: 'S***x',
    contact_email: 's***x@example.com',
    create_time: timeText(advertiser.createdAt),
    // Deprecated, and shown nevertheless.
    first_recharge_amount: 0,
    first_recharge_time: null,
    latest_recharge_time: null,
    recharge_amount: 0,
    recharge_count: 0,
    ...moneyOf(advertiser),
    budget_mode: 'UNLIMITED',
    budget: 0,
    budget_cost: 0,
  };
}
