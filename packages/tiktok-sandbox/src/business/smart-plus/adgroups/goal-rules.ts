import type { Campaign } from '../../ads/ad-objects.js';
import { invalidParam, missing } from '../../wire/business-error.js';
import type { Params } from '../../wire/params.js';

interface GoalRule {
  readonly objectives: readonly string[];
  readonly billing: 'CPC' | 'OCPM';
  /** Whether it is measured by a pixel on these objectives. */
  readonly pixelFor?: readonly string[];
  /** The events to optimise for; any other text where the list is empty. */
  readonly events?: readonly string[] | ((objective: string) => readonly string[]);
  readonly hasNoBid?: boolean;
}

const WEB = 'WEB_CONVERSIONS';
const LEAD = 'LEAD_GENERATION';
const APP = 'APP_PROMOTION';
const valueEvents = (objective: string): readonly string[] =>
  objective === WEB ? ['SHOPPING'] : ['ACTIVE_PAY', 'AD_REVENUE_VALUE'];

/** Goal × objective × billing × pixel × event. Source: cookbook §1.1. */
export const GOALS: Readonly<Record<string, GoalRule>> = {
  CLICK: { objectives: [WEB, LEAD, APP], billing: 'CPC' },
  TRAFFIC_LANDING_PAGE_VIEW: { objectives: [WEB], billing: 'OCPM', hasNoBid: true },
  CONVERT: { objectives: [WEB, LEAD], billing: 'OCPM', pixelFor: [WEB, LEAD], events: [] },
  LEAD_GENERATION: { objectives: [LEAD], billing: 'OCPM' },
  CONVERSATION: { objectives: [LEAD], billing: 'OCPM' },
  INSTALL: { objectives: [APP], billing: 'OCPM' },
  IN_APP_EVENT: { objectives: [APP], billing: 'OCPM', events: [] },
  VALUE: { objectives: [WEB, APP], billing: 'OCPM', pixelFor: [WEB], events: valueEvents, hasNoBid: true },
  AUTOMATIC_VALUE_OPTIMIZATION: {
    objectives: [WEB],
    billing: 'OCPM',
    pixelFor: [WEB],
    events: ['SHOPPING'],
    hasNoBid: true,
  },
};

/** Checks what the goal asks for, and what it forbids. @throws BusinessError 40002 */
export function checkGoal(params: Params, { objectiveType }: Campaign): GoalRule {
  const goal = params.requireOneOf('optimization_goal', Object.keys(GOALS));
  const rule = GOALS[goal];
  if (!rule?.objectives.includes(objectiveType))
    throw invalidParam(`optimization_goal: ${goal} is not supported for ${objectiveType}.`);
  const billing = params.requireText('billing_event');
  if (billing !== rule.billing) throw invalidParam(`billing_event: Must be ${rule.billing} for ${goal}.`);
  checkPixel(params, goal, rule, objectiveType);
  checkEvent(params, goal, rule, objectiveType);
  return rule;
}

function checkPixel(params: Params, goal: string, { pixelFor }: GoalRule, objective: string): void {
  const isMeasured = pixelFor?.includes(objective) ?? false;
  if (isMeasured && !params.has('pixel_id')) throw missing('pixel_id');
  if (!isMeasured && params.has('pixel_id')) throw invalidParam(`pixel_id: Not supported for ${goal}.`);
}

function checkEvent(params: Params, goal: string, { events }: GoalRule, objective: string): void {
  const event = params.text('optimization_event');
  if (!events) {
    if (event !== undefined) throw invalidParam(`optimization_event: Not supported for ${goal}.`);
    return;
  }
  if (event === undefined) throw missing('optimization_event');
  const known = typeof events === 'function' ? events(objective) : events;
  if (known.length > 0 && !known.includes(event))
    throw invalidParam(`optimization_event: Must be one of: ${known.join(', ')} for ${goal}.`);
}
