import { when, type Complaint } from './complaint.js';
import type { GroupRule, GroupSite } from './site.js';
import { objectiveRow } from './tables/objective-table.js';

const SYSTEMS: Record<string, string> = { APP_ANDROID: 'ANDROID', APP_IOS: 'IOS' };

/** Checks what an ad group promotes: its type, its target, its app and its catalog. */
export const promotionRules: GroupRule = (site) => [
  ...typeRules(site),
  ...targetRules(site),
  ...appRules(site),
  ...catalogRules(site),
];

function typeRules({ campaign, group, at, row, promotionType, context }: GroupSite): Complaint[] {
  const { objective } = campaign;
  const accepted = objectiveRow(objective)?.promotions;
  if (!accepted) return [];
  const field = at('promotionType');
  if (accepted.length === 0)
    return when(
      group.promotionType !== undefined,
      field,
      'promotion_type_not_allowed',
      `Ad groups of ${objective} have no promotion type. Leave it out.`,
      null,
    );
  const forGoal = row?.promotions ?? accepted;
  if (promotionType === undefined || !accepted.includes(promotionType))
    return when(
      true,
      field,
      promotionType === undefined ? 'promotion_type_missing' : 'promotion_type_not_for_objective',
      `Ad groups of ${objective} promote one of ${forGoal.join(', ')}. Set promotionType.`,
      forGoal[0],
    );
  const smartIosValue =
    context.driver === 'us_plus' &&
    objective === 'APP_PROMOTION' &&
    group.optimizationGoal === 'VALUE' &&
    promotionType !== 'APP_ANDROID';
  return [
    ...when(
      !forGoal.includes(promotionType),
      field,
      'promotion_type_not_for_goal',
      `The goal ${group.optimizationGoal} needs the promotion type ${forGoal.join(' or ')}, not ${promotionType}.`,
      forGoal[0],
    ),
    ...when(
      smartIosValue,
      field,
      'value_needs_android',
      'Upgraded Smart+ optimises the value of Android apps only. Set APP_ANDROID, or choose another goal.',
      'APP_ANDROID',
    ),
  ];
}

function targetRules({ campaign, group, at, row, promotionType, promotionTarget }: GroupSite): Complaint[] {
  const isForm = promotionType === 'LEAD_GENERATION' && campaign.objective === 'LEAD_GENERATION';
  const field = at('promotionTargetType');
  if (!isForm)
    return when(
      group.promotionTargetType !== undefined,
      field,
      'promotion_target_not_allowed',
      'promotionTargetType belongs to the promotion type LEAD_GENERATION. Leave it out.',
      null,
    );
  const accepted = row?.targets ?? ['INSTANT_PAGE', 'EXTERNAL_WEBSITE'];
  return when(
    !accepted.includes(promotionTarget ?? ''),
    field,
    'promotion_target_not_for_goal',
    `The goal ${group.optimizationGoal} needs the target ${accepted.join(' or ')}.`,
    accepted[0],
  );
}

function appRules({ group, at, promotionType, context }: GroupSite): Complaint[] {
  const system = SYSTEMS[promotionType ?? ''];
  const systems = group.targeting.operatingSystems ?? [];
  const { apps } = context.account ?? {};
  const app = apps?.find(({ id }) => id === group.appId);
  return [
    ...when(
      system && group.appId === undefined,
      at('appId'),
      'app_missing',
      `The promotion type ${promotionType} needs an app. GET /api/ads/tools/apps lists those of the ad account.`,
    ),
    ...when(
      !system && group.appId !== undefined,
      at('appId'),
      'app_not_allowed',
      'appId belongs to the promotion types APP_ANDROID and APP_IOS. Leave it out.',
      null,
    ),
    ...when(
      system && group.appId !== undefined && apps && !app,
      at('appId'),
      'app_unknown',
      `The ad account has no app ${group.appId}. GET /api/ads/tools/apps lists those it has.`,
      apps?.find((one) => one.system === system)?.id,
    ),
    ...when(
      system && app?.system && app.system !== system,
      at('appId'),
      'app_not_for_promotion',
      `The app ${group.appId} is for ${app?.system}, and ${promotionType} promotes one for ${system}. Choose another app, or ` +
        'change promotionType.',
      apps?.find((one) => one.system === system)?.id,
    ),
    ...when(
      system && systems.length > 0 && (systems.length > 1 || systems[0] !== system),
      at('targeting.operatingSystems'),
      'operating_system_not_for_app',
      `The promotion type ${promotionType} reaches ${system} only. Send ["${system}"], or leave the field out.`,
      null,
    ),
  ];
}

function catalogRules({ campaign, group, at }: GroupSite): Complaint[] {
  const sells = campaign.catalogEnabled === true || campaign.productSource === 'CATALOG';
  const manual = campaign.objective === 'PRODUCT_SALES';
  return [
    ...when(
      sells && group.catalogId === undefined,
      at('catalogId'),
      'catalog_missing',
      'A campaign that sells a catalog needs the catalog in each ad group. Set catalogId.',
    ),
    ...when(
      sells && group.catalogBusinessCenterId === undefined,
      at('catalogBusinessCenterId'),
      'catalog_business_center_missing',
      'Set the business center that owns the catalog in catalogBusinessCenterId.',
    ),
    ...when(
      !sells && !manual && group.catalogId !== undefined,
      at('catalogId'),
      'catalog_not_allowed',
      'The campaign sells no catalog. Leave catalogId out, or set catalogEnabled on the campaign.',
      null,
    ),
    ...when(
      campaign.catalogEnabled &&
        group.optimizationGoal === 'TRAFFIC_LANDING_PAGE_VIEW' &&
        group.bid.type === 'BID_TYPE_CUSTOM',
      at('bid.type'),
      'cost_cap_not_available',
      'For a catalog, the goal TRAFFIC_LANDING_PAGE_VIEW takes no cost cap. Send BID_TYPE_NO_BID.',
      'BID_TYPE_NO_BID',
    ),
  ];
}
