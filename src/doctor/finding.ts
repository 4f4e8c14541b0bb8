export const FINDING_STATUSES = ['ok', 'warning', 'problem'] as const;
export type FindingStatus = (typeof FINDING_STATUSES)[number];

/** The result of one check. Shown in terminals and over HTTP: it must contain no secrets or personal data. */
export interface Finding {
  check: string;
  status: FindingStatus;
  /** One sentence for operators. */
  detail: string;
  /** How to fix it; absent if nothing is wrong. */
  fix?: string;
}

/** A finding without the name of its check. */
export type Verdict = Omit<Finding, 'check'>;

export function ok(detail: string): Verdict {
  return { status: 'ok', detail };
}

/** Works now, or works in part. */
export function warning(detail: string, fix: string): Verdict {
  return { status: 'warning', detail, fix };
}

/** Something does not work. */
export function problem(detail: string, fix: string): Verdict {
  return { status: 'problem', detail, fix };
}

/** The worst status; `ok` for an empty list. */
export function worstOf(statuses: readonly FindingStatus[]): FindingStatus {
  return FINDING_STATUSES.findLast((status) => statuses.includes(status)) ?? 'ok';
}
