import type { JsonObject } from '../../open-api/api-call.js';
import { grantedAdvertiser } from '../wire/admission.js';
import { grantedEndpoint } from '../wire/endpoint.js';
import { fieldsOf } from '../wire/field-selection.js';
import type { Advertiser } from './advertiser.js';
import { OWNER_BC_ID } from './identity-list.js';

const MAX_IDS = 100;

const FIELDS = [
  'advertiser_id',
  'name',
  'status',
  'role',
  'company',
  'currency',
  'timezone',
  'display_timezone',
  'country',
  'language',
  'industry',
  'balance',
  'create_time',
  'owner_bc_id',
  'description',
  'rejection_reason',
  'address',
  'contacter',
  'telephone_number',
  'cellphone_number',
  'email',
  'license_no',
  'license_url',
  'promotion_area',
  'brand',
  'advertiser_account_type',
  'license_province',
  'license_city',
  'promotion_center_province',
  'promotion_center_city',
  'can_use_custom_identity',
  'ads_only_mode',
  'company_name_editable',
] as const;

const DEFAULT_FIELDS = FIELDS.filter((name) => name !== 'company_name_editable');

/** Source: business reference §2. */
export const advertiserInfo = grantedEndpoint({
  method: 'GET',
  path: '/advertiser/info/',
  handle(call) {
    const ids = call.params.requireTexts('advertiser_ids', { max: MAX_IDS });
    const advertisers = ids.map((id) => grantedAdvertiser(call, call.grant, id));
    const asked = fieldsOf(call.params, FIELDS, DEFAULT_FIELDS);
    // Documented: this one is answered only when asked for, and then alone with the id.
    const names = asked.includes('company_name_editable')
      ? (['advertiser_id', 'company_name_editable'] as const)
      : asked;
    return {
      list: advertisers.map((advertiser) => {
        const all = advertiserView(advertiser);
        return Object.fromEntries(names.map((name) => [name, all[name]]));
      }),
    };
  },
});

/** `Etc/GMT-9` is nine hours ahead of UTC: the sign of these names is the other way round. */
export function zoneName(utcOffsetHours: number): string {
  return utcOffsetHours === 0
    ? 'Etc/GMT'
    : `Etc/GMT${utcOffsetHours > 0 ? '-' : '+'}${Math.abs(utcOffsetHours)}`;
}

function advertiserView(advertiser: Advertiser): JsonObject {
  return {
    advertiser_id: advertiser.id,
    name: advertiser.name,
    status: advertiser.status,
    role: 'ROLE_ADVERTISER',
    company: `${advertiser.name} Ltd.`,
    currency: advertiser.currency,
    timezone: zoneName(advertiser.utcOffsetHours),
    display_timezone: advertiser.displayTimezone,
    country: advertiser.country,
    language: 'en',
    industry: '290101',
    balance: advertiser.balance,
    create_time: Math.floor(advertiser.createdAt / 1000),
    owner_bc_id: OWNER_BC_ID,
    description: '',
    rejection_reason: advertiser.rejectionReason,
    address: '1 Sandbox Street',
    contacter: 'S***x',
    telephone_number: '+1******0100',
    cellphone_number: '+1******0100',
    email: 's***x@example.com',
    license_no: null,
    license_url: null,
    promotion_area: '0',
    brand: advertiser.name,
    advertiser_account_type: 'AUCTION',
    // Of Chinese advertisers only.
    license_province: null,
    license_city: null,
    promotion_center_province: null,
    promotion_center_city: null,
    can_use_custom_identity: true,
    ads_only_mode: false,
    company_name_editable: false,
  };
}
