import type { SearchSchemaInput } from '@tanstack/react-router';
import { STEPS, type Step } from './new-launch/steps.js';

export const PERIODS = [7, 28, 90] as const;

export interface PeriodSearch {
  days: (typeof PERIODS)[number];
  text?: string;
}

export interface AccountFilter {
  /** An ad account. Ids are text: a number would lose their last digits. */
  account?: string;
}

export function periodSearch(raw: Partial<PeriodSearch> & SearchSchemaInput): PeriodSearch {
  const { text } = raw;
  return {
    days: PERIODS.find((days) => days === raw.days) ?? 28,
    ...(typeof text === 'string' && text !== '' && { text }),
  };
}

export function accountFilter(raw: AccountFilter & SearchSchemaInput): AccountFilter {
  return typeof raw.account === 'string' ? { account: raw.account } : {};
}

export interface NewLaunchSearch extends AccountFilter {
  step: Step;
}

export function newLaunchSearch(raw: Partial<NewLaunchSearch> & SearchSchemaInput): NewLaunchSearch {
  return { ...accountFilter(raw), step: STEPS.find((step) => step === raw.step) ?? 'account' };
}

/** The last days of an ad account, in its time zone. Today is included. */
export function daysOf(
  timeZone: string | null,
  days: number,
  now = Date.now(),
): { from: string; to: string } {
  // The Swedish format of dates is that of the API.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: timeZone ?? 'UTC' });
  return { from: format.format(now - (days - 1) * DAY_MS), to: format.format(now) };
}

const DAY_MS = 86_400_000;
