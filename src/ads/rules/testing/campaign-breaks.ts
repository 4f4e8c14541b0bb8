import { A, drop, G, later, manual, objective, onGroups, smart, type Break } from './break-parts.js';

export const CAMPAIGN_BREAKS: Break[] = [
  { rule: 'objective_not_supported', field: 'objective', apply: ({ body }) => (body.objective = 'RF_REACH') },
  {
    rule: 'objective_not_for_driver',
    field: 'objective',
    fits: smart,
    apply: ({ body }) => (body.objective = 'TRAFFIC'),
  },
  {
    rule: 'app_option_not_for_objective',
    field: 'appPromotionType',
    fits: (choice) => !objective('APP_PROMOTION')(choice),
    apply: ({ body }) => (body.appPromotionType = 'APP_INSTALL'),
  },
  {
    rule: 'catalog_not_available',
    field: 'catalogEnabled',
    fits: manual,
    apply: ({ body }) => (body.catalogEnabled = true),
  },
  {
    rule: 'product_source_missing',
    field: 'productSource',
    fits: objective('PRODUCT_SALES'),
    apply: ({ body }) => drop(body, 'productSource'),
  },
  {
    rule: 'product_source_not_allowed',
    field: 'productSource',
    fits: (choice) => !objective('PRODUCT_SALES')(choice),
    apply: ({ body }) => (body.productSource = 'STORE'),
  },
  { rule: 'name_missing', field: 'name', apply: ({ body }) => (body.name = ' ') },
  { rule: 'name_too_long', field: `${G}.name`, apply: ({ group }) => (group.name = '漢'.repeat(257)) },
  { rule: 'name_has_emoji', field: `${A}.name`, apply: ({ ad }) => (ad.name = 'Spring 🌷') },
  {
    rule: 'name_repeated',
    field: 'adGroups[1].name',
    apply: ({ body, group }) => body.adGroups[1] !== undefined && (body.adGroups[1].name = group.name),
  },
  {
    rule: 'campaign_budget_missing',
    field: 'budgetOptimization',
    apply: (parts) => onGroups(parts) && (parts.body.budgetOptimization = true),
  },
  {
    rule: 'budget_on_both_levels',
    field: 'budget',
    fits: smart,
    apply: (parts) => onGroups(parts) && (parts.body.budget = { mode: 'daily', amount: '9000000' }),
  },
  {
    rule: 'daily_optimization_not_available',
    field: 'budgetOptimization',
    fits: objective('REACH', 'VIDEO_VIEWS', 'ENGAGEMENT'),
    apply: ({ body, group }) => {
      body.budget = { mode: 'daily', amount: '9000000' };
      drop(group, 'budget');
      body.budgetOptimization = true;
    },
  },
  {
    rule: 'ad_groups_differ',
    field: 'adGroups[1].bid.type',
    fits: smart,
    apply: ({ body }) => {
      const second = body.adGroups[1]?.bid;
      if (!second) return false;
      return (second.type = second.type === 'BID_TYPE_CUSTOM' ? 'BID_TYPE_NO_BID' : 'BID_TYPE_CUSTOM');
    },
  },
  {
    rule: 'start_too_early',
    field: 'schedule.start',
    apply: ({ body }) => (body.schedule.start = later(-1)),
  },
  {
    rule: 'start_too_late',
    field: 'schedule.start',
    apply: ({ body }) => (body.schedule.start = '2028-01-02T00:00:00Z'),
  },
  {
    rule: 'time_unreadable',
    field: 'schedule.start',
    apply: ({ body }) => (body.schedule.start = '2026-12-02'),
  },
  { rule: 'end_before_start', field: 'schedule.end', apply: ({ body }) => (body.schedule.end = later(0)) },
  {
    rule: 'end_too_late',
    field: 'schedule.end',
    apply: ({ body }) => (body.schedule.end = '2038-01-02T00:00:00Z'),
  },
  { rule: 'ad_groups_missing', field: 'adGroups', apply: ({ body }) => (body.adGroups = []) },
  {
    rule: 'too_many_ad_groups',
    field: 'adGroups',
    fits: smart,
    apply: ({ body, group }) => (body.adGroups = Array.from({ length: 31 }, () => group)),
  },
  { rule: 'ads_missing', field: `${G}.ads`, apply: ({ group }) => (group.ads = []) },
  {
    rule: 'too_many_ads',
    field: `${G}.ads`,
    fits: smart,
    apply: ({ group, ad }) => (group.ads = Array.from({ length: 31 }, () => ad)),
  },
];
