import { invalidParam, missing } from '../wire/business-error.js';
import type { Params } from '../wire/params.js';

/** What a Spark Ad in one step may aim at, by its objective. Source: TikTok's page 1829744071179330. */
const GOALS = {
  REACH: ['REACH'],
  TRAFFIC: ['CLICK', 'TRAFFIC_LANDING_PAGE_VIEW'],
  VIDEO_VIEWS: ['ENGAGED_VIEW'],
  ENGAGEMENT: ['FOLLOWERS', 'PAGE_VISIT'],
} as const;

type Objective = keyof typeof GOALS;
export type SparkGoal = (typeof GOALS)[Objective][number];

/** How each goal is paid for; goals without bids per event are OCPM. */
const BILLING: Partial<Record<SparkGoal, string>> = {
  REACH: 'CPM',
  CLICK: 'CPC',
  PAGE_VISIT: 'CPC',
  ENGAGED_VIEW: 'CPV',
};

export interface SparkAim {
  readonly objective: Objective;
  readonly goal: SparkGoal;
  readonly billing: string;
}

/** @throws BusinessError 40002 */
export function readAim(params: Params): SparkAim {
  const objective = params.requireOneOf('objective_type', Object.keys(GOALS) as Objective[]);
  const goal = params.requireOneOf<SparkGoal>('optimization_goal', GOALS[objective]);
  if (objective === 'REACH')
    for (const key of ['frequency', 'frequency_schedule']) if (!params.has(key)) throw missing(key);
  return { objective, goal, billing: BILLING[goal] ?? 'OCPM' };
}

/** The page names a URL both required and not supported for PAGE_VISIT, so that it is optional here. */
export function checkDestination(params: Params, goal: SparkGoal): void {
  const hasAction = params.has('call_to_action');
  const hasUrl = params.has('landing_page_url');
  if (goal === 'FOLLOWERS') {
    if (hasAction) throw invalidParam('call_to_action: Not supported for optimization_goal FOLLOWERS.');
    if (hasUrl) throw invalidParam('landing_page_url: Not supported for optimization_goal FOLLOWERS.');
    return;
  }
  const isOptional = goal === 'REACH' || goal === 'ENGAGED_VIEW';
  if (!hasAction && (!isOptional || hasUrl)) throw missing('call_to_action');
  if (!hasUrl && hasAction && goal !== 'PAGE_VISIT') throw missing('landing_page_url');
}
