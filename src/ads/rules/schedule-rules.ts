import type { ScheduleDto } from '../spec/schedule.dto.js';
import { toInstant } from '../spec/times.js';
import { daysOf } from './budget-minimums.js';
import { when, type Complaint } from './complaint.js';
import type { RuleContext } from './rule-context.js';
import type { CampaignRule, GroupRule } from './site.js';

// Cookbook §1.2.
const LATEST_START = new Date('2028-01-01T00:00:00Z');
const LATEST_END = new Date('2038-01-01T00:00:00Z');
const MOST_PAST_MS = 12 * 3600 * 1000;
const DAY_MS = 86_400_000;
const FIFTEEN_DAYS = 30;

/** Checks the campaign's schedule, which its ad groups share. */
export const campaignScheduleRules: CampaignRule = ({ campaign, context }) =>
  scheduleComplaints(campaign.schedule, 'schedule', context);

/** Checks an ad group's own schedule, and what its budget and goal need of the one that counts. */
export const adGroupScheduleRules: GroupRule = (site) => {
  const { campaign, group, at, schedule, scheduleAt, optimized, context } = site;
  const budget = optimized ? campaign.budget : group.budget;
  const fifteen = group.optimizationGoal === 'ENGAGED_VIEW_FIFTEEN';
  const start = toInstant(schedule.start);
  const monthLater = start && toText(new Date(+start + FIFTEEN_DAYS * DAY_MS));
  return [
    ...(group.schedule ? scheduleComplaints(group.schedule, at('schedule'), context) : []),
    ...when(
      budget?.mode === 'lifetime' && !schedule.end,
      scheduleAt('end'),
      'lifetime_needs_end',
      'A lifetime budget needs an end. Set it, or choose a daily budget.',
      monthLater,
    ),
    ...when(
      fifteen && (!schedule.end || daysOf(schedule) > FIFTEEN_DAYS),
      scheduleAt('end'),
      'run_too_long',
      `The goal ENGAGED_VIEW_FIFTEEN needs an end at most ${FIFTEEN_DAYS} days after the start.`,
      monthLater,
    ),
    ...when(
      context.driver === 'us_plus' && group.dayparting !== undefined && !group.dayparting.includes('1'),
      at('dayparting'),
      'dayparting_empty',
      'Without any 1, Upgraded Smart+ never delivers. Leave dayparting out to deliver always.',
      null,
    ),
  ];
};

function scheduleComplaints(schedule: ScheduleDto, field: string, { now }: RuleContext): Complaint[] {
  const start = toInstant(schedule.start);
  const end = schedule.end ? toInstant(schedule.end) : undefined;
  const wrongFields = [
    ...when(
      !start,
      `${field}.start`,
      'time_unreadable',
      `"${schedule.start}" is no time with a zone. Send one such as ${toText(now)}.`,
      toText(now),
    ),
    ...when(
      schedule.end && !end,
      `${field}.end`,
      'time_unreadable',
      `"${schedule.end}" is no time with a zone. Send one such as ${toText(now)}, or null for no end.`,
      null,
    ),
  ];
  if (!start || wrongFields.length > 0) return wrongFields;
  const oldest = new Date(+now - MOST_PAST_MS);
  return [
    ...when(
      start < oldest,
      `${field}.start`,
      'start_too_early',
      `TikTok takes a start at most 12 hours in the past; ${schedule.start} is older. Send ${toText(now)} to start now.`,
      toText(now),
    ),
    ...when(
      start > LATEST_START,
      `${field}.start`,
      'start_too_late',
      `TikTok takes no start after ${toText(LATEST_START)}.`,
      toText(LATEST_START),
    ),
    ...endComplaints(start, end, `${field}.end`),
  ];
}

function endComplaints(start: Date, end: Date | undefined, field: string): Complaint[] {
  if (!end) return [];
  return [
    ...when(
      end <= start,
      field,
      'end_before_start',
      'The end must be after the start. Send a later one, or null for no end.',
      toText(new Date(+start + FIFTEEN_DAYS * DAY_MS)),
    ),
    ...when(
      end > LATEST_END,
      field,
      'end_too_late',
      `TikTok takes no end after ${toText(LATEST_END)}. Send an earlier one, or null for no end.`,
      toText(LATEST_END),
    ),
  ];
}

const toText = (time: Date): string => time.toISOString().replace(/\.\d{3}Z$/, 'Z');
