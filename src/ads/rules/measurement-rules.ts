import { when, type Complaint } from './complaint.js';
import type { GroupRule, GroupSite } from './site.js';

/** Checks the pixel and the optimisation event with the goal. */
export const measurementRules: GroupRule = (site) => [...pixelRules(site), ...eventRules(site)];

function pixelRules({ row, group, at, context }: GroupSite): Complaint[] {
  if (!row) return [];
  const { pixelId, optimizationGoal: goal } = group;
  const mayHave =
    row.pixel === 'required' || (row.pixel === 'optional_on_manual' && context.driver === 'manual');
  const pixelIds = context.account?.pixels?.map(({ id }) => id);
  return [
    ...when(
      row.pixel === 'required' && pixelId === undefined,
      at('pixelId'),
      'pixel_missing',
      `The goal ${goal} needs a pixel. GET /api/ads/tools/pixels lists those of the ad account.`,
      pixelIds?.[0],
    ),
    ...when(
      pixelId !== undefined && !mayHave,
      at('pixelId'),
      'pixel_not_allowed',
      `The goal ${goal} takes no pixel. Leave pixelId out.`,
      null,
    ),
    ...when(
      pixelId !== undefined && mayHave && pixelIds && !pixelIds.includes(pixelId),
      at('pixelId'),
      'pixel_unknown',
      `The ad account has no pixel ${pixelId}. GET /api/ads/tools/pixels lists those it has.`,
      pixelIds?.[0],
    ),
  ];
}

function eventRules({ row, group, at, context }: GroupSite): Complaint[] {
  if (!row) return [];
  const { optimizationEvent: event, optimizationGoal: goal } = group;
  const field = at('optimizationEvent');
  if (row.event === 'none' || row.event === 'auto')
    return when(
      event !== undefined,
      field,
      'event_not_allowed',
      row.event === 'auto'
        ? `TikTok sets the event of the goal ${goal}. Leave optimizationEvent out.`
        : `The goal ${goal} takes no event. Leave optimizationEvent out.`,
      null,
    );
  const accepted = row.event === 'any' ? undefined : row.event;
  const pixel = context.account?.pixels?.find(({ id }) => id === group.pixelId);
  const example = accepted?.join(' or ') ?? 'such as SHOPPING or ON_WEB_REGISTER';
  return [
    ...when(
      event === undefined,
      field,
      'event_missing',
      `The goal ${goal} needs the event to optimise for, ${example}.`,
      accepted?.[0],
    ),
    ...when(
      event !== undefined && accepted && !accepted.includes(event),
      field,
      'event_not_for_goal',
      `The goal ${goal} takes the event ${example}, not ${event}.`,
      accepted?.[0],
    ),
    ...when(
      event !== undefined && pixel?.retiredEvents.includes(event),
      field,
      'event_retired',
      `TikTok no longer lets ads optimise for the event ${event} of this pixel. GET /api/ads/tools/pixels lists those it has.`,
    ),
  ];
}
