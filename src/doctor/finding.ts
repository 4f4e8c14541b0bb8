export const FINDING_STATUSES = ['ok', 'warning', 'problem'] as const;
export type FindingStatus = (typeof FINDING_STATUSES)[number];

/** What one check found. Goes to terminals and over HTTP: nothing secret or personal belongs in it. */
export interface Finding {
  check: string;
  status: FindingStatus;
  /** A sentence for whoever runs the service. */
  detail: string;
  /** What to do about it; absent when there is nothing to do. */
  fix?: string;
}

/** A finding before its check has put its name on it. */
export type Verdict = Omit<Finding, 'check'>;

export function ok(detail: string): Verdict {
  return { status: 'ok', detail };
}

/** Works now, or in part. */
export function warning(detail: string, fix: string): Verdict {
  return { status: 'warning', detail, fix };
}

/** Something does not work. */
export function problem(detail: string, fix: string): Verdict {
  return { status: 'problem', detail, fix };
}

/** `ok` for none at all. */
export function worstOf(statuses: readonly FindingStatus[]): FindingStatus {
  return FINDING_STATUSES.findLast((status) => statuses.includes(status)) ?? 'ok';
}
