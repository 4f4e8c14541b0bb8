import type { Campaign } from '../../ads/ad-objects.js';
import { PROMOTION_TYPES } from '../../ads/enums.js';
import { invalidParam, missing } from '../../wire/business-error.js';
import type { Params } from '../../wire/params.js';

const APPS = ['APP_ANDROID', 'APP_IOS'];

/** What each objective may promote. Source: cookbook §2.1 to §2.5. */
const PROMOTIONS: Readonly<Record<string, readonly string[]>> = {
  WEB_CONVERSIONS: ['WEBSITE', 'WEBSITE_OR_DISPLAY', ...APPS],
  LEAD_GENERATION: PROMOTION_TYPES.filter((name) => name.startsWith('LEAD_GEN')),
  APP_PROMOTION: [...APPS, 'MINI_APP'],
};

/** Of LEAD_GENERATION: where the lead is left, and what the ad may aim at. */
const TARGET_GOALS: Readonly<Record<string, readonly string[]>> = {
  INSTANT_PAGE: ['LEAD_GENERATION'],
  EXTERNAL_WEBSITE: ['CONVERT', 'CLICK'],
};

const MESSAGE_GOALS = ['CLICK', 'CONVERSATION'];

/** Checks what is promoted, and where a lead is left. @throws BusinessError 40002 */
export function checkPromotion(params: Params, campaign: Campaign): void {
  const { objectiveType, fields } = campaign;
  const type = params.requireText('promotion_type');
  const known = PROMOTIONS[objectiveType] ?? [];
  if (!known.includes(type)) throw invalidParam(`promotion_type: Must be one of: ${known.join(', ')}.`);
  if (APPS.includes(type) && !params.has('app_id') && fields['app_id'] === undefined) throw missing('app_id');
  if (fields['catalog_enabled'] === true)
    for (const key of ['catalog_id', 'catalog_authorized_bc_id']) params.requireText(key);
  if (type !== 'LEAD_GENERATION') {
    if (type.startsWith('LEAD_GEN_CLICK')) requireGoal(params, MESSAGE_GOALS, type);
    if (params.has('promotion_target_type'))
      throw invalidParam(`promotion_target_type: Not supported for promotion_type ${type}.`);
    return;
  }
  const target = params.requireOneOf('promotion_target_type', Object.keys(TARGET_GOALS));
  requireGoal(params, TARGET_GOALS[target] ?? [], target);
}

function requireGoal(params: Params, goals: readonly string[], what: string): void {
  if (!goals.includes(params.text('optimization_goal') ?? ''))
    throw invalidParam(`optimization_goal: Must be one of: ${goals.join(', ')} for ${what}.`);
}
