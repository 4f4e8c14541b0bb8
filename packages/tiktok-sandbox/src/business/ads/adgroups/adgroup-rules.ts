import { REGIONS } from '../../advertisers/regions.js';
import type { AdvertiserCall } from '../../wire/business-call.js';
import { invalidParam, missing, notFound } from '../../wire/business-error.js';
import type { Params } from '../../wire/params.js';
import { checkEnumFields } from '../enum-fields.js';
import { BID_TYPES, PACINGS } from '../enums.js';

const MAX_LOCATIONS = 3_000;
const DAYPARTING_LENGTH = 336;

/** Rules for fields of an ad group that hold at creation and at update. @throws BusinessError 40002, 40007 */
export function checkTargeting(call: AdvertiserCall): void {
  const { params } = call;
  checkEnumFields(params);
  checkLocations(params);
  const dayparting = params.text('dayparting');
  if (dayparting !== undefined && !new RegExp(`^[01]{${DAYPARTING_LENGTH}}$`).test(dayparting))
    throw invalidParam(`dayparting: Must be ${DAYPARTING_LENGTH} characters of 0 and 1.`);
  const systems = params.texts('operating_systems');
  if (systems && systems.length > 1) throw invalidParam('operating_systems: Only one value is supported.');
  params.whole('frequency', { min: 1, max: 1000 });
  params.whole('frequency_schedule', { min: 1, max: 30 });
  for (const key of ['audience_ids', 'excluded_audience_ids'])
    for (const id of params.texts(key) ?? [])
      if (!call.tables.audiences.getOf(call.advertiser.id, id))
        throw notFound(`${key}: Audience ${id} does not exist.`);
}

function checkLocations(params: Params): void {
  const locations = params.texts('location_ids') ?? [];
  const zipcodes = params.texts('zipcode_ids') ?? [];
  if (locations.length + zipcodes.length > MAX_LOCATIONS)
    throw invalidParam(`location_ids: Up to ${MAX_LOCATIONS} locations are supported.`);
  for (const id of locations) {
    const region = REGIONS.find((candidate) => candidate.id === id);
    if (!region) throw invalidParam(`location_ids: ${id} is not a valid location.`);
    if (locations.includes(region.parentId))
      throw invalidParam(`location_ids: ${id} lies within ${region.parentId}.`);
  }
}

/** Where the campaign optimises the budget, the pacing is smooth whatever was sent. @throws BusinessError 40002 */
export function readPacing(params: Params, isOptimised: boolean): (typeof PACINGS)[number] {
  if (!isOptimised) return params.requireOneOf('pacing', PACINGS);
  params.oneOf('pacing', PACINGS);
  return 'PACING_MODE_SMOOTH';
}

/** The bid that the billing event and bid type ask for. @throws BusinessError 40002 */
export function checkBid(params: Params, billingEvent: string, pacing: (typeof PACINGS)[number]): void {
  const bidType = params.oneOf('bid_type', BID_TYPES) ?? 'BID_TYPE_NO_BID';
  if (bidType === 'BID_TYPE_NO_BID') {
    if (pacing === 'PACING_MODE_FAST')
      throw invalidParam('pacing: Must be PACING_MODE_SMOOTH with BID_TYPE_NO_BID.');
    return;
  }
  const key = billingEvent === 'OCPM' ? 'conversion_bid_price' : 'bid_price';
  const bid = params.number(key, { min: 0 });
  if (bid === undefined || bid === 0) throw missing(key);
}

/** Fields that the objective or the goal make necessary. @throws BusinessError 40002 */
export function checkConditionalFields(params: Params, objective: string, goal: string): void {
  if (!params.has('location_ids') && !params.has('zipcode_ids')) throw missing('location_ids');
  if (
    !['REACH', 'VIDEO_VIEWS', 'ENGAGEMENT', 'RF_REACH'].includes(objective) &&
    !params.has('promotion_type')
  )
    throw missing('promotion_type');
  if (objective === 'APP_PROMOTION' && !params.has('app_id')) throw missing('app_id');
  if (objective === 'REACH')
    for (const key of ['frequency', 'frequency_schedule']) if (!params.has(key)) throw missing(key);
  const promotesSite = params.text('promotion_type') === 'WEBSITE';
  if (objective === 'WEB_CONVERSIONS' && promotesSite && ['CONVERT', 'VALUE'].includes(goal))
    for (const key of ['pixel_id', 'optimization_event']) if (!params.has(key)) throw missing(key);
}
