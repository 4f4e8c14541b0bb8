// Fixed pairs. Cookbook §1.1; all other goals are charged by OCPM.
const BILLING: Record<string, string> = {
  CLICK: 'CPC',
  PAGE_VISIT: 'CPC',
  REACH: 'CPM',
  SHOW: 'CPM',
  ENGAGED_VIEW: 'CPV',
  ENGAGED_VIEW_FIFTEEN: 'CPV',
};

/** Returns what TikTok charges for an optimisation goal. */
export function billingEventOf(goal: string): string {
  return BILLING[goal] ?? 'OCPM';
}
