/** What an ad group with this goal needs besides. docs/ads-validation.md has the whole table. */
export interface Goal {
  name: string;
  /** The goal is measured by an event of a pixel. */
  pixel: boolean;
}

interface Objective {
  goals: readonly Goal[];
  /** Where a click may lead. */
  destination: 'required' | 'optional' | 'none';
  /** Ad groups cap how often one user sees the ads. */
  frequency?: true;
  /** TikTok wants the kind of promotion named. */
  promotionTargetType?: string;
}

const CLICK = { name: 'CLICK', pixel: false } as const;
const CONVERT = { name: 'CONVERT', pixel: true } as const;
const LANDING_PAGE = { name: 'TRAFFIC_LANDING_PAGE_VIEW', pixel: false } as const;

/** The objectives of the form. Apps, catalogs, forms on TikTok and value goals are launched through the API. */
export const OBJECTIVES = {
  WEB_CONVERSIONS: { goals: [CONVERT, CLICK, LANDING_PAGE], destination: 'required' },
  LEAD_GENERATION: {
    goals: [CONVERT, CLICK],
    destination: 'required',
    promotionTargetType: 'EXTERNAL_WEBSITE',
  },
  TRAFFIC: { goals: [CLICK, LANDING_PAGE], destination: 'required' },
  REACH: { goals: [{ name: 'REACH', pixel: false }], destination: 'optional', frequency: true },
  VIDEO_VIEWS: {
    goals: [
      { name: 'ENGAGED_VIEW', pixel: false },
      { name: 'ENGAGED_VIEW_FIFTEEN', pixel: false },
    ],
    destination: 'optional',
  },
  ENGAGEMENT: { goals: [{ name: 'FOLLOWERS', pixel: false }], destination: 'none' },
} as const satisfies Record<string, Objective>;

export type ObjectiveName = keyof typeof OBJECTIVES;
export type GoalName = (typeof OBJECTIVES)[ObjectiveName]['goals'][number]['name'];

const NO_OBJECTIVE: Objective = { goals: [], destination: 'optional' };

export function objectiveOf(name: ObjectiveName | null): Objective {
  return name === null ? NO_OBJECTIVE : OBJECTIVES[name];
}

/** True if the goal is measured by an event of a pixel. */
export function needsPixel(objective: ObjectiveName | null, goal: string | null): boolean {
  return objectiveOf(objective).goals.some(({ name, pixel }) => name === goal && pixel);
}
