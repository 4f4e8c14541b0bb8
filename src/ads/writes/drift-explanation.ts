import type { AdKind, AdLevel, WireBody } from '../../tiktok/index.js';
import { BID_FIELDS, isSameValue, type Drift } from '../objects/drift.js';
import type { ChangeAction } from './ad-change.entity.js';

/** A change that was made, or may have been: it is on its way, or TikTok did not answer. */
export interface JournalEntry {
  level: AdLevel;
  objectId: string;
  action: ChangeAction;
  body: WireBody;
  before: WireBody | null;
  after: WireBody | null;
  startedAt: Date;
  finishedAt: Date | null;
}

/** What the journal and our copies know, the newest entries first. */
export interface Known {
  entries: readonly JournalEntry[];
  /** When TikTok was asked for what differs from the copy. */
  askedAt: Date;
  /** The campaigns of ad groups whose bids follow each other. */
  siblings: ReadonlyMap<string, string>;
  /** Campaigns and ad groups that are deleted. */
  deleted: ReadonlySet<string>;
}

/**
 * True if a change of ours, or of a parent, explains the field's new value. Only the latest entry about the field counts: what
 * we wrote before someone else changed it says nothing. Of changes that were under way together each may be the latest.
 */
export function isExplained(drift: Drift, field: string, kind: AdKind, known: Known): boolean {
  const value = drift.after[field];
  if (field === 'operation_status' && value === 'DELETE' && isDeletedAbove(drift, known)) return true;
  const ours = known.entries.filter(
    (entry) => entry.level === kind.level && concerns(entry, drift, field, known) && field in written(entry),
  );
  const [latest] = ours;
  if (!latest) return false;
  const isWritten = ours
    .filter((entry) => entry.action !== 'drift' && wasUnderWay(entry, latest.startedAt))
    .some(({ body, after }) => isSameValue(body[field], value) || isSameValue(after?.[field], value));
  // TikTok may have answered before it made the change.
  const isFromBefore = ours
    .filter((entry) => wasUnderWay(entry, known.askedAt))
    .some(({ before }) => isSameValue(before?.[field], value));
  return isWritten || isFromBefore;
}

/** True if the change was not over at that time. */
function wasUnderWay({ finishedAt }: JournalEntry, time: Date): boolean {
  return finishedAt === null || finishedAt >= time;
}

/** Objects below a deleted one are deleted with it. */
function isDeletedAbove({ campaignId, adGroupId }: Drift, { entries, deleted }: Known): boolean {
  return [campaignId, adGroupId].some((id) => {
    if (id === null) return false;
    if (deleted.has(id)) return true;
    return entries.some(({ objectId, body }) => objectId === id && body.operation_status === 'DELETE');
  });
}

function concerns(
  { objectId }: JournalEntry,
  { id, campaignId }: Drift,
  field: string,
  { siblings }: Known,
): boolean {
  if (objectId === id) return true;
  return BID_FIELDS.includes(field) && campaignId !== null && siblings.get(objectId) === campaignId;
}

/** A create records the whole object, which TikTok has filled with defaults. */
function written({ body, after }: JournalEntry): WireBody {
  return { ...after, ...body };
}
