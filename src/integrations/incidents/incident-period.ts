/** An incident with its reports. */
export interface IncidentTimes {
  startedAt: Date;
  /** The latest report. */
  reportedAt: Date;
  resolvedAt: Date | null;
}

/** An incident without news ends automatically: the webhook that resolves it may be lost. */
export const SILENT_HOURS = 24;

const MS_PER_HOUR = 3_600_000;

/**
 * True while incidents last, but never longer than the maximum: TikTok may go on reporting one, or report one after the
 * other, for as long as it likes.
 */
export function isDisturbed(incidents: readonly IncidentTimes[], now: Date, maxHours: number): boolean {
  const since = disturbedSince(incidents, now.getTime());
  return since !== undefined && now.getTime() - since < maxHours * MS_PER_HOUR;
}

/** @returns the start of the incidents that follow each other without a gap until now */
function disturbedSince(incidents: readonly IncidentTimes[], now: number): number | undefined {
  let since: number | undefined;
  const latestFirst = incidents.toSorted((one, other) => endOf(other) - endOf(one));
  for (const incident of latestFirst) {
    if (endOf(incident) < (since ?? now)) break;
    since = Math.min(since ?? now, incident.startedAt.getTime());
  }
  return since;
}

function endOf({ reportedAt, resolvedAt }: IncidentTimes): number {
  return resolvedAt?.getTime() ?? reportedAt.getTime() + SILENT_HOURS * MS_PER_HOUR;
}
