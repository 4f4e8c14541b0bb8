/** The switches of the Business API half; where TikTok's behaviour is uncertain, the default is what is documented. */
export interface BusinessSettings {
  /** The app's level, which sets its QPS, QPM and QPD. */
  appLevel: 'basic' | 'advanced' | 'premium' | 'ultimate';
  /** Whether QPS, QPM and QPD are enforced (40100). */
  appRateLimits: boolean;
  /** Whether those limits count for the whole app or for each of its endpoints. */
  rateScope: 'app' | 'endpoint';
  /** How long an app that broke its QPM is refused; documented as 5 minutes. */
  qpmPenaltyMs: number;
  /** Calls a second for each advertiser (40133); TikTok publishes no number, 0 is no limit. */
  advertiserPerSecond: number;
  /** Accounts API: calls a minute of one account to one endpoint, and of the whole app; 0 is no limit. */
  accountPerMinute: number;
  accountAppPerMinute: number;
  /** Posts of one account a minute and in 24 hours; 0 is no limit. */
  publishPerMinute: number;
  publishPerDay: number;
  /** Report tasks created a second, and a day (UTC); 0 is no limit. */
  reportTasksPerSecond: number;
  reportTasksPerDay: number;
  /** What a slash-terminated path that is not served answers: an envelope with 40008, or 404 text. */
  unknownPath: '40008' | '404';
  /** Whether a JSON body of a GET is read beside the query. */
  getBody: 'ignore' | 'accept';
  advertiserCodeMinutes: number;
  /** Guides say 10 minutes, the token endpoint's text says an hour. */
  accountCodeMinutes: number;
  accountAccessSeconds: number;
  accountRefreshSeconds: number;
  /** Whether a refresh hands out a new refresh token. */
  rotateRefreshTokens: boolean;
  /** What an expired account token answers: 40102 or 40105. */
  expiredTokenCode: number;
  /** What a missing scope answers: 40001 or 40125. */
  missingScopeCode: number;
  /** Whether the scopes of an advertiser token include one above 2^53. */
  bigScopeIds: boolean;
  /** Whether the two ad accounts start with campaigns that have delivered. */
  seedAds: boolean;
  /** How long an ad is in review, and how it ends. */
  reviewMs: number;
  reviewOutcome: 'approve' | 'reject';
  /** `reject_reason` in the webhook of an approved ad; assumed empty. */
  approvedRejectReason: string;
  /** BUDGET_MODE_TOTAL must be at least the daily minimum times the scheduled days. */
  totalBudgetByDays: boolean;
  /** A lowered budget must be at least 105 % of what has been spent. */
  budgetAboveSpent: boolean;
  /** Whether `budget` may be left out of an ad group under campaign budget optimisation. */
  cboBudgetOptional: boolean;
  /** How long the `request_id` of a new campaign or ad group is remembered (40050). */
  requestIdSeconds: number;
  /** Whether an ad group may begin long before now: it may live, though 12 hours are documented. */
  pastStart: 'accept' | 'refuse';
  /** Whether ad accounts may write by `/smart_plus/*` (40118), unless a control call has said so for one. */
  usPlusWrites: boolean;
  /** One Upgraded Smart+ ad takes one write in so many seconds (40202); 0 is no limit. */
  usPlusWriteSeconds: number;
  /** `call_to_action_id` where the guides ask for it; some live callers send `call_to_action_list` instead. */
  usPlusCtaId: 'required' | 'optional';
  /** Upgraded Smart+ app campaigns that optimise for value need a campaign budget, since September 2026. */
  appValueNeedsCbo: boolean;
  /** From then on manual campaigns cannot be created; empty is never. */
  manualCreateEndsAt: string;
  /** The objectives that this ends; empty is all of them. */
  manualCreateEndsFor: string[];
  /** Whether new ad groups and ads of such objectives are refused as well. */
  manualCreateEndsBelow: boolean;
  /** Whether custom identities may appear on TikTok, which ended for new ad accounts in January 2026. */
  customIdentity: 'off_tiktok' | 'anywhere';
  /** The time for which a video uploaded by URL shows only its id. */
  urlVideoMs: number;
  /** From now back to the latest figures of a report. */
  reportDelayMinutes: number;
  /** The number of days in which conversions are still attributed to a day. */
  attributionDays: number;
  /** How many decimals a report's figures have: two, or as many as answers recorded in 2023 had. */
  reportDecimals: 'two' | '2023';
  /** How long a report task is queued, and then processed. */
  reportTaskMs: number;
  /** How long matching takes (TikTok: up to 48 h), and which share of the identifiers is matched. */
  audienceMatchMs: number;
  audienceMatchRate: number;
  /** The minimum number of matched users; an update that leaves fewer fails. */
  audienceMinimum: number;
  /** Age of the Accounts API's counters; documented as 24 to 48 hours. */
  insightDelayHours: number;
  /** What the counters of a post need; the insights always need `video.insights`. */
  counterScope: 'video.insights' | 'video.list';
  /** 1,200 characters since August 2026; it was 150 before. */
  commentMaxLength: number;
  /** Whether `comment.update` carries the text. */
  commentWebhookText: boolean;
  /** Comments from this offset on repeat earlier ones at page borders; 0 is never. */
  commentRepeatsFrom: number;
  /** Whether `set_to_public` follows the `insert` of a comment that the app wrote; one study names it as the sign of a shown one. */
  commentPublicEvent: boolean;
  /**
   * From so many comments with the same text on, an account's comments are accepted and shown only to itself. TikTok publishes
   * no number; 0 is never, 1 is all.
   */
  commentLimitFrom: number;
  /** When an account may write messages, in whose words; sources disagree. */
  messageWindow: 'official' | 'strict' | 'open';
  /** Messages a minute to one person, beyond which TikTok answers 40064; it publishes no number, 0 is no limit. */
  messagesPerMinute: number;
  /** Whether texts may hold links: one vendor says that TikTok refuses them. */
  messageLinks: 'accept' | 'refuse';
  /** How late the echo of an own message is. */
  messageEchoMs: number;
  /** `property_status` of a URL property before it is verified; 1 is verified, 2 is failed. */
  propertyInitialStatus: number;
  /** Whether verifying a URL property succeeds. */
  propertyVerifies: boolean;
  /** How comments on ads write their time: as in the official sample, as other times, or as seconds. */
  adCommentTimes: 'utc' | 'text' | 'epoch';
  /** Whether the identities of ads let ad accounts answer comments: `is_auth_comment_manage_scope`. */
  adCommentManageScope: boolean;
  /** How `/tt_video/*` and `/identity/video/*` write times: documented as text, seen as ISO in a sample. */
  postAuthTimes: 'text' | 'iso';
  /** What the X-Open-Signature signs: the body with non-ASCII escaped, or the body as it is. */
  openSignature: 'escaped' | 'raw';
}

/** Switches with a fixed set of values. */
const CHOICES: Readonly<Partial<Record<keyof BusinessSettings, readonly string[]>>> = {
  appLevel: ['basic', 'advanced', 'premium', 'ultimate'],
  rateScope: ['app', 'endpoint'],
  unknownPath: ['40008', '404'],
  getBody: ['ignore', 'accept'],
  reviewOutcome: ['approve', 'reject'],
  reportDecimals: ['two', '2023'],
  pastStart: ['accept', 'refuse'],
  usPlusCtaId: ['required', 'optional'],
  customIdentity: ['off_tiktok', 'anywhere'],
  counterScope: ['video.insights', 'video.list'],
  openSignature: ['escaped', 'raw'],
  adCommentTimes: ['utc', 'text', 'epoch'],
  postAuthTimes: ['text', 'iso'],
  messageWindow: ['official', 'strict', 'open'],
  messageLinks: ['accept', 'refuse'],
};

/** @returns what is wrong with settings of the right types, or undefined */
export function businessProblem(settings: BusinessSettings): string | undefined {
  for (const [key, value] of Object.entries(settings)) {
    const choices = CHOICES[key as keyof BusinessSettings];
    if (choices && !choices.includes(String(value))) return `${key} must be one of ${choices.join(', ')}`;
    if (typeof value === 'number' && !(value >= 0)) return `${key} must be a number from 0`;
  }
  if (settings.manualCreateEndsAt !== '' && Number.isNaN(Date.parse(settings.manualCreateEndsAt)))
    return 'manualCreateEndsAt must be a time such as 2027-01-01T00:00:00Z, or empty';
  return undefined;
}

export const DEFAULT_BUSINESS_SETTINGS: BusinessSettings = {
  appLevel: 'basic',
  appRateLimits: true,
  rateScope: 'app',
  qpmPenaltyMs: 300_000,
  advertiserPerSecond: 0,
  accountPerMinute: 40,
  accountAppPerMinute: 600,
  publishPerMinute: 6,
  publishPerDay: 15,
  reportTasksPerSecond: 1,
  reportTasksPerDay: 4500,
  unknownPath: '40008',
  getBody: 'ignore',
  advertiserCodeMinutes: 60,
  accountCodeMinutes: 10,
  accountAccessSeconds: 86_400,
  accountRefreshSeconds: 31_536_000,
  rotateRefreshTokens: true,
  expiredTokenCode: 40_105,
  missingScopeCode: 40_001,
  bigScopeIds: true,
  seedAds: true,
  reviewMs: 2_000,
  reviewOutcome: 'approve',
  approvedRejectReason: '',
  totalBudgetByDays: true,
  budgetAboveSpent: true,
  cboBudgetOptional: true,
  requestIdSeconds: 10,
  pastStart: 'accept',
  usPlusWrites: true,
  usPlusWriteSeconds: 5,
  usPlusCtaId: 'required',
  appValueNeedsCbo: true,
  manualCreateEndsAt: '2027-01-01T00:00:00Z',
  manualCreateEndsFor: [],
  manualCreateEndsBelow: false,
  customIdentity: 'off_tiktok',
  urlVideoMs: 2_000,
  reportDelayMinutes: 30,
  attributionDays: 7,
  reportDecimals: 'two',
  reportTaskMs: 1_000,
  audienceMatchMs: 5_000,
  audienceMatchRate: 0.7,
  audienceMinimum: 1_000,
  insightDelayHours: 24,
  counterScope: 'video.insights',
  commentMaxLength: 1_200,
  commentWebhookText: true,
  commentRepeatsFrom: 500,
  commentPublicEvent: true,
  commentLimitFrom: 0,
  messageWindow: 'official',
  messagesPerMinute: 0,
  messageLinks: 'accept',
  messageEchoMs: 0,
  propertyInitialStatus: 0,
  propertyVerifies: true,
  adCommentTimes: 'utc',
  adCommentManageScope: true,
  postAuthTimes: 'text',
  openSignature: 'escaped',
};
