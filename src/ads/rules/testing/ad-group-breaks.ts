import { both, drop, G, goal, later, objective, smart, value, type Break } from './break-parts.js';

export const GROUP_BREAKS: Break[] = [
  {
    rule: 'goal_retired',
    field: `${G}.optimizationGoal`,
    apply: ({ group }) => (group.optimizationGoal = 'GMV'),
  },
  {
    rule: 'goal_not_for_objective',
    field: `${G}.optimizationGoal`,
    fits: (choice) => !objective('REACH')(choice),
    apply: ({ group }) => (group.optimizationGoal = 'REACH'),
  },
  {
    rule: 'billing_not_for_goal',
    field: `${G}.billingEvent`,
    apply: ({ group }) => (group.billingEvent = 'OCPC'),
  },
  {
    rule: 'goal_not_allowlisted',
    field: `${G}.optimizationGoal`,
    fits: ({ row }) => row.allowlisted === true,
    apply: ({ context }) => ((context.settings.allowlisted as Set<string>).clear(), true),
  },
  {
    rule: 'pixel_missing',
    field: `${G}.pixelId`,
    fits: ({ row }) => row.pixel === 'required',
    apply: ({ group }) => drop(group, 'pixelId'),
  },
  {
    rule: 'pixel_not_allowed',
    field: `${G}.pixelId`,
    fits: ({ row, driver }) => row.pixel === 'none' || (row.pixel !== 'required' && driver === 'us_plus'),
    apply: ({ group }) => (group.pixelId = '7300000000000000001'),
  },
  {
    rule: 'event_missing',
    field: `${G}.optimizationEvent`,
    fits: ({ row }) => row.event !== 'none' && row.event !== 'auto',
    apply: ({ group }) => drop(group, 'optimizationEvent'),
  },
  {
    rule: 'event_not_allowed',
    field: `${G}.optimizationEvent`,
    fits: ({ row }) => row.event === 'none' || row.event === 'auto',
    apply: ({ group }) => (group.optimizationEvent = 'SHOPPING'),
  },
  {
    rule: 'event_not_for_goal',
    field: `${G}.optimizationEvent`,
    fits: ({ row }) => typeof row.event !== 'string',
    apply: ({ group }) => (group.optimizationEvent = 'BUTTON'),
  },
  {
    rule: 'promotion_type_missing',
    field: `${G}.promotionType`,
    fits: objective('APP_PROMOTION', 'PRODUCT_SALES'),
    apply: ({ group }) => drop(group, 'promotionType'),
  },
  {
    rule: 'promotion_type_not_allowed',
    field: `${G}.promotionType`,
    fits: objective('REACH', 'VIDEO_VIEWS', 'ENGAGEMENT'),
    apply: ({ group }) => (group.promotionType = 'WEBSITE'),
  },
  {
    rule: 'promotion_type_not_for_objective',
    field: `${G}.promotionType`,
    fits: (choice) => !objective('REACH', 'VIDEO_VIEWS', 'ENGAGEMENT')(choice),
    apply: ({ group }) => (group.promotionType = 'LEAD_GEN_CLICK_TO_CALL'),
  },
  {
    rule: 'promotion_type_not_for_goal',
    field: `${G}.promotionType`,
    fits: goal('DESTINATION_VISIT'),
    apply: ({ group }) => (group.promotionType = 'WEBSITE'),
  },
  {
    rule: 'value_needs_android',
    field: `${G}.promotionType`,
    fits: both(smart, objective('APP_PROMOTION'), value),
    apply: ({ group }) => (group.promotionType = 'APP_IOS'),
  },
  {
    rule: 'promotion_target_not_allowed',
    field: `${G}.promotionTargetType`,
    fits: (choice) => !objective('LEAD_GENERATION')(choice),
    apply: ({ group }) => (group.promotionTargetType = 'INSTANT_PAGE'),
  },
  {
    rule: 'promotion_target_not_for_goal',
    field: `${G}.promotionTargetType`,
    fits: both(objective('LEAD_GENERATION'), goal('CONVERT', 'CLICK')),
    apply: ({ group }) => (group.promotionTargetType = 'INSTANT_PAGE'),
  },
  {
    rule: 'app_missing',
    field: `${G}.appId`,
    fits: objective('APP_PROMOTION'),
    apply: ({ group }) => drop(group, 'appId'),
  },
  {
    rule: 'app_not_allowed',
    field: `${G}.appId`,
    fits: objective('WEB_CONVERSIONS', 'LEAD_GENERATION', 'REACH'),
    apply: ({ group }) => (group.appId = '7200000000000000001'),
  },
  {
    rule: 'operating_system_not_for_app',
    field: `${G}.targeting.operatingSystems`,
    fits: both(smart, objective('APP_PROMOTION')),
    apply: ({ group }) => (group.targeting.operatingSystems = ['IOS']),
  },
  {
    rule: 'catalog_missing',
    field: `${G}.catalogId`,
    fits: objective('PRODUCT_SALES'),
    apply: ({ group }) => drop(group, 'catalogId'),
  },
  {
    rule: 'catalog_business_center_missing',
    field: `${G}.catalogBusinessCenterId`,
    fits: objective('PRODUCT_SALES'),
    apply: ({ group }) => drop(group, 'catalogBusinessCenterId'),
  },
  {
    rule: 'catalog_not_allowed',
    field: `${G}.catalogId`,
    fits: (choice) => !objective('PRODUCT_SALES')(choice),
    apply: ({ group }) => (group.catalogId = '7100000000000000001'),
  },
  {
    rule: 'placements_empty',
    field: `${G}.placements`,
    apply: ({ group }) => (group.placements = []),
  },
  {
    rule: 'placement_unknown',
    field: `${G}.placements`,
    apply: ({ group }) => (group.placements = ['PLACEMENT_HELO']),
  },
  {
    rule: 'placement_not_for_objective',
    field: `${G}.placements`,
    fits: objective('REACH', 'VIDEO_VIEWS', 'ENGAGEMENT', 'LEAD_GENERATION', 'PRODUCT_SALES'),
    apply: ({ group }) => (group.placements = ['PLACEMENT_TIKTOK', 'PLACEMENT_PANGLE']),
  },
  {
    rule: 'locations_missing',
    field: `${G}.targeting.locationIds`,
    apply: ({ group }) => (group.targeting.locationIds = []),
  },
  {
    rule: 'too_many_locations',
    field: `${G}.targeting.locationIds`,
    apply: ({ group }) => (group.targeting.locationIds = Array.from({ length: 3001 }, (_, at) => `${at}`)),
  },
  {
    rule: 'locations_overlap',
    field: `${G}.targeting.locationIds`,
    apply: ({ group, context }) => {
      context.account = { locationParents: new Map([['5128638', '6252001']]) };
      group.targeting.locationIds = ['6252001', '5128638'];
    },
  },
  {
    rule: 'age_group_unknown',
    field: `${G}.targeting.ageGroups`,
    apply: ({ group }) => (group.targeting.ageGroups = ['AGE_18_99']),
  },
  {
    rule: 'operating_system_unknown',
    field: `${G}.targeting.operatingSystems`,
    apply: ({ group }) => (group.targeting.operatingSystems = ['WINDOWS']),
  },
  {
    rule: 'too_many_operating_systems',
    field: `${G}.targeting.operatingSystems`,
    apply: ({ group }) => (group.targeting.operatingSystems = ['ANDROID', 'IOS']),
  },
  {
    rule: 'audience_in_and_out',
    field: `${G}.targeting.excludedAudienceIds`,
    apply: ({ group }) => {
      group.targeting.audienceIds = ['1', '2'];
      group.targeting.excludedAudienceIds = ['2'];
    },
  },
  {
    rule: 'gender_not_for_special_industry',
    field: `${G}.targeting.gender`,
    apply: ({ body, group }) => {
      body.specialIndustries = ['HOUSING'];
      group.targeting.gender = 'GENDER_MALE';
    },
  },
  {
    rule: 'minors_not_for_special_industry',
    field: `${G}.targeting.ageGroups`,
    apply: ({ body, group }) => {
      body.specialIndustries = ['CREDIT'];
      group.targeting.ageGroups = ['AGE_13_17'];
    },
  },
  {
    rule: 'frequency_missing',
    field: `${G}.frequency`,
    fits: objective('REACH'),
    apply: ({ group }) => drop(group, 'frequency'),
  },
  {
    rule: 'frequency_not_for_objective',
    field: `${G}.frequency`,
    fits: (choice) => !objective('REACH')(choice),
    apply: ({ group }) => (group.frequency = { impressions: 3, days: 7 }),
  },
  {
    rule: 'run_too_long',
    field: 'schedule.end',
    fits: goal('ENGAGED_VIEW_FIFTEEN'),
    apply: ({ body }) => (body.schedule.end = later(40)),
  },
  {
    rule: 'dayparting_empty',
    field: `${G}.dayparting`,
    fits: smart,
    apply: ({ group }) => (group.dayparting = '0'.repeat(336)),
  },
];
