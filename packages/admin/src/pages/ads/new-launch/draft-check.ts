import { isAmount, microsOf } from '../amounts.js';
import type { AdDraft, AdGroupDraft, BudgetDraft, Draft } from './draft.js';
import { needsPixel, objectiveOf } from './goals.js';

/** What can be wrong before the service is asked. Each has a text. */
export type Problem =
  | 'required'
  | 'nameTooLong'
  | 'textTooLong'
  | 'emoji'
  | 'amount'
  | 'bidAboveBudget'
  | 'endBeforeStart'
  | 'lifetimeEnd'
  | 'impressionsRange'
  | 'daysRange'
  | 'webAddress'
  | 'buttonWithoutPage'
  | 'pageWithoutButton'
  | 'audienceBoth';

export type Problems = Record<string, Problem>;
type Found = [place: string, problem: Problem | false | undefined];

// TikTok's limits; docs/ads-validation.md. The service checks all of its rules in the dry run.
const MOST_NAME = 512;
const MOST_TEXT = 100;
const MOST_IMPRESSIONS = 1000;
const MOST_DAYS = 30;
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/gu;
const EMOJI = /(?![\u00a9\u00ae\u2122])\p{Extended_Pictographic}|\p{Regional_Indicator}/u;

/** Finds what is missing or beyond a limit, by the place in the form. */
export function problemsOf(draft: Draft): Problems {
  const found: Found[] = [
    ['accountId', required(draft.accountId)],
    ...campaignProblems(draft),
    ...draft.adGroups.flatMap((group, index) => groupProblems(group, `adGroups.${index}`, draft)),
    ['afterReview', required(draft.afterReview)],
  ];
  return Object.fromEntries(found.filter((one): one is [string, Problem] => Boolean(one[1])));
}

function campaignProblems(draft: Draft): Found[] {
  const isLifetime =
    draft.budgetLevel === 'campaign'
      ? draft.budget.mode === 'lifetime'
      : draft.adGroups.some(({ budget }) => budget.mode === 'lifetime');
  const isOver = draft.end !== '' && draft.starts === 'later' && draft.end <= draft.start;
  return [
    ['name', nameProblem(draft.name)],
    ['objective', required(draft.objective)],
    ['budgetLevel', required(draft.budgetLevel)],
    ...(draft.budgetLevel === 'campaign' ? budgetProblems(draft.budget, 'budget') : []),
    ['start', draft.starts === 'later' && required(draft.start)],
    ['end', isOver ? 'endBeforeStart' : isLifetime && draft.end === '' && 'lifetimeEnd'],
  ];
}

function groupProblems(group: AdGroupDraft, at: string, draft: Draft): Found[] {
  const isMeasured = needsPixel(draft.objective, group.optimizationGoal);
  const { frequency } = objectiveOf(draft.objective);
  const budget = draft.budgetLevel === 'ad_group' ? group.budget : draft.budget;
  const isBoth = group.excludedAudienceIds.some((id) => group.audienceIds.includes(id));
  return [
    [`${at}.name`, nameProblem(group.name)],
    [`${at}.optimizationGoal`, required(group.optimizationGoal)],
    [`${at}.pixelId`, isMeasured && required(group.pixelId)],
    [`${at}.optimizationEvent`, isMeasured && required(group.optimizationEvent)],
    ...(draft.budgetLevel === 'ad_group' ? budgetProblems(group.budget, `${at}.budget`) : []),
    [`${at}.bidType`, required(group.bidType)],
    [`${at}.bidAmount`, group.bidType === 'BID_TYPE_CUSTOM' && bidProblem(group.bidAmount, budget)],
    [`${at}.impressions`, frequency && !isWithin(group.impressions, MOST_IMPRESSIONS) && 'impressionsRange'],
    [`${at}.days`, frequency && !isWithin(group.days, MOST_DAYS) && 'daysRange'],
    [`${at}.locationIds`, group.locationIds.length === 0 && 'required'],
    [`${at}.excludedAudienceIds`, isBoth && 'audienceBoth'],
    ...group.ads.flatMap((ad, index) => adProblems(ad, `${at}.ads.${index}`, draft)),
  ];
}

function adProblems(ad: AdDraft, at: string, draft: Draft): Found[] {
  const { destination } = objectiveOf(draft.objective);
  const chosen = { upload: ad.uploadId, publication: ad.publicationId, post: ad.postId };
  const [url, text] = [ad.landingPageUrl.trim(), ad.text.trim()];
  const hasPlace = destination !== 'none';
  const wantsPage = destination === 'required' || ad.callToAction !== null;
  const pageMissing = destination === 'required' ? 'required' : 'buttonWithoutPage';
  const buttonMissing = destination === 'required' ? 'required' : 'pageWithoutButton';
  return [
    [`${at}.name`, nameProblem(ad.name)],
    [`${at}.source`, required(ad.source)],
    ...(ad.source === null ? [] : [[`${at}.${ad.source}Id`, required(chosen[ad.source])] satisfies Found]),
    [`${at}.identity`, required(ad.identity)],
    [`${at}.text`, ad.source !== 'post' && textProblem(text, ad.source === 'upload')],
    [`${at}.landingPageUrl`, hasPlace && (url === '' ? wantsPage && pageMissing : addressProblem(url))],
    [`${at}.callToAction`, hasPlace && ad.callToAction === null && url !== '' && buttonMissing],
  ];
}

function required(value: string | null): Problem | undefined {
  return value === null || value.trim() === '' ? 'required' : undefined;
}

function nameProblem(name: string): Problem | undefined {
  if (name.trim() === '') return 'required';
  if (EMOJI.test(name)) return 'emoji';
  return widthOf(name) > MOST_NAME ? 'nameTooLong' : undefined;
}

function textProblem(text: string, isRequired: boolean): Problem | undefined {
  if (text === '') return isRequired ? 'required' : undefined;
  if (EMOJI.test(text)) return 'emoji';
  return widthOf(text) > MOST_TEXT ? 'textTooLong' : undefined;
}

/** TikTok counts Chinese, Japanese, Korean and full-width characters twice. */
export function widthOf(text: string): number {
  return [...text].length + (text.match(WIDE)?.length ?? 0);
}

function budgetProblems({ mode, amount }: BudgetDraft, at: string): Found[] {
  return [
    [`${at}.mode`, required(mode)],
    [`${at}.amount`, amountProblem(amount)],
  ];
}

function amountProblem(amount: string): Problem | undefined {
  if (amount.trim() === '') return 'required';
  return isAmount(amount) && microsOf(amount) !== 0n ? undefined : 'amount';
}

function bidProblem(amount: string, budget: BudgetDraft): Problem | undefined {
  const problem = amountProblem(amount);
  if (problem) return problem;
  const [bid, most] = [microsOf(amount), microsOf(budget.amount)];
  return bid !== null && most !== null && bid >= most ? 'bidAboveBudget' : undefined;
}

function isWithin(text: string, most: number): boolean {
  return /^\d{1,4}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= most;
}

function addressProblem(url: string): Problem | undefined {
  return /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(url) ? undefined : 'webAddress';
}
