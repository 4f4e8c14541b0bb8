import type { CallExample } from '../../../common/index.js';
import type { LaunchBodyDto } from '../../spec/launch-body.dto.js';
import type { DryRunView } from './dry-run.view.js';
import type { LaunchView } from './launch.view.js';

type Body = NonNullable<CallExample<LaunchBodyDto>['request']>;

const UPLOAD_ID = '01a22ae3-701e-72e0-a1d6-9855bb1bc57a';

const bodyWith = (amount: string): Body => ({
  accountId: '7668846215200647215',
  name: 'Spring sale',
  objective: 'WEB_CONVERSIONS',
  budget: { mode: 'daily', amount },
  schedule: { start: '2026-12-01T08:00:00.000Z', end: null },
  reason: 'spring launch',
  idempotencyKey: 'spring-sale',
  adGroups: [
    {
      name: 'US 25-34',
      optimizationGoal: 'CONVERT',
      pixelId: '7668846216971963079',
      optimizationEvent: 'SHOPPING',
      bid: { type: 'BID_TYPE_NO_BID' },
      targeting: { locationIds: ['6252001'], ageGroups: ['AGE_25_34'] },
      ads: [
        {
          name: 'A',
          identity: { type: 'TT_USER', id: 'b42d5729-e1eb-d336-2cb6-303f6d0e2b85' },
          creative: { uploadId: UPLOAD_ID },
          text: 'New drop',
          callToAction: 'SHOP_NOW',
          landingPageUrl: 'https://shop.example/spring',
        },
      ],
    },
  ],
});

const STEPS = [
  { key: 'check', kind: 'check', name: 'Check the ad account' },
  { key: `creative:upload:${UPLOAD_ID}`, kind: 'creative', name: 'Prepare an upload' },
  { key: 'call_to_action:SHOP_NOW', kind: 'call_to_action', name: 'Prepare the call to action SHOP_NOW' },
  { key: 'campaign', kind: 'campaign', name: 'Create the campaign “Spring sale”' },
  { key: 'ad_group:0', kind: 'ad_group', name: 'Create the ad group “US 25-34”' },
  { key: 'ad:0.0', kind: 'ad', name: 'Create the ad “A”' },
  { key: 'review', kind: 'review', name: 'Wait for TikTok’s review' },
  { key: 'enable_ads', kind: 'enable_ads', name: 'Enable the ads' },
  { key: 'enable_ad_groups', kind: 'enable_ad_groups', name: 'Enable the ad groups' },
  { key: 'enable_campaign', kind: 'enable_campaign', name: 'Enable the campaign' },
] as const;
const STARTED_AT = '2026-11-30T05:18:15.229Z';

export const DRY_RUN: CallExample<LaunchBodyDto, DryRunView> = {
  summary: 'A dry run, whose budget is too low',
  request: { ...bodyWith('10.00'), dryRun: true },
  status: 200,
  answer: {
    launchId: null,
    status: 'planned',
    family: 'us_plus',
    plan: [...STEPS],
    complaints: [
      {
        field: 'budget.amount',
        rule: 'budget_below_minimum',
        message: "TikTok's minimum for this daily budget is 50.00 USD; 10.00 is less.",
        suggestion: '50.00',
      },
    ],
    unchecked: [],
    largestDailySpend: {
      amount: '12.50',
      currency: 'USD',
      words:
        'At most 12.50 USD on one day, and 10.00 USD a day on average: TikTok may exceed a daily budget by 25 % on a day and keeps ' +
        'to its mean over 7 days.',
    },
    needsApproval: false,
  },
};

export const LAUNCH: CallExample<LaunchBodyDto, LaunchView> = {
  summary: 'A launch',
  request: bodyWith('50.00'),
  status: 202,
  answer: {
    launchId: '01a22ae3-b2b9-7022-8358-33c013fe720e',
    accountId: '7668846215200647215',
    name: 'Spring sale',
    status: 'planned',
    statusText: 'Checks the ad account next. Nothing exists at TikTok yet.',
    family: 'us_plus',
    largestDailySpend: { amount: '62.50', currency: 'USD' },
    requestedBy: 'anna',
    reason: 'spring launch',
    approvedBy: null,
    failCode: null,
    failReason: null,
    killSwitch: null,
    createdAt: STARTED_AT,
    updatedAt: STARTED_AT,
    finishedAt: null,
    campaignId: null,
    stepsDone: 0,
    plan: STEPS.map((step) =>
      Object.assign(
        { status: 'pending' as const, objectId: null, message: null, updatedAt: STARTED_AT },
        step,
      ),
    ),
    rejectedAds: [],
    unreviewedAds: [],
    keptObjects: [],
  },
};
