import { KINDS, STATUSES, type Kind, type Status } from './publication.js';

/** What the list shows; it is part of the address, so that a reload and a link keep it. */
export interface PublishSearch {
  view?: 'month' | 'week';
  status?: Status[];
  kind?: Kind;
  account?: string;
  text?: string;
  from?: string;
  to?: string;
  /** The day that the calendar shows. */
  day?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the address and drops what it cannot use. */
export function searchOf(search: Record<string, unknown>): PublishSearch {
  const { view, status, kind, account, text, from, to, day } = search;
  const statuses = STATUSES.filter((one) => [status].flat().includes(one));
  const knownKind = KINDS.find((one) => one === kind);
  return {
    ...((view === 'month' || view === 'week') && { view }),
    ...(statuses.length > 0 && { status: statuses }),
    ...(knownKind && { kind: knownKind }),
    ...(isText(account) && { account }),
    // The address turns "2026" into a number.
    ...((isText(text) || typeof text === 'number') && { text: String(text) }),
    ...(isDay(from) && { from }),
    ...(isDay(to) && { to }),
    ...(isDay(day) && { day }),
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isDay(value: unknown): value is string {
  return isText(value) && DAY.test(value) && !Number.isNaN(Date.parse(value));
}
