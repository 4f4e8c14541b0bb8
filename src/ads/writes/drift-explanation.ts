import type { AdKind, AdLevel, WireBody } from '../../tiktok/index.js';
import { BID_FIELDS, isSameValue, type Drift } from '../objects/drift.js';
import type { ChangeAction } from './ad-change.entity.js';

/** A change that was made, or may have been: it is on its way, or TikTok did not answer. */
export interface JournalEntry {
  level: AdLevel;
  objectId: string;
  action: ChangeAction;
  body: WireBody;
  after: WireBody | null;
}

/** What the journal and our copies know, the newest entries first. */
export interface Known {
  entries: readonly JournalEntry[];
  /** The campaigns of ad groups whose bids follow each other. */
  siblings: ReadonlyMap<string, string>;
  /** Campaigns and ad groups that are deleted. */
  deleted: ReadonlySet<string>;
}

/**
 * True if a change of ours, or of a parent, explains the field's new value. Only the latest entry about the field counts: what
 * we wrote before someone else changed it says nothing.
 */
export function isExplained(drift: Drift, field: string, kind: AdKind, known: Known): boolean {
  const value = drift.after[field];
  if (field === 'operation_status' && value === 'DELETE' && isDeletedAbove(drift, known)) return true;
  const latest = known.entries.find(
    (entry) => entry.level === kind.level && concerns(entry, drift, field, known) && field in written(entry),
  );
  if (!latest || latest.action === 'drift') return false;
  return isSameValue(latest.body[field], value) || isSameValue(latest.after?.[field], value);
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
