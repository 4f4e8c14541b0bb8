import { In, IsNull, type EntityManager, type FindOptionsWhere } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { Publication, type PublicationStatus } from './publication.entity.js';

/**
 * The state machine of a publication, and the only code that updates one. A writer names a transition and adds its own
 * condition. Each transition is one conditional UPDATE, so of two writers at once the first wins and the other moves nothing.
 */
export interface Transition {
  /** What triggers it, for docs/publishing.md. */
  on: string;
  from: readonly PublicationStatus[];
  /** Only while init has not been sent: afterwards TikTok may have the post, and sending it again could post it twice. */
  beforeInit?: true;
  to: PublicationStatus;
  /** Columns that describe the old status. */
  clears?: readonly Clearable[];
}

const COUNTERS = { polls: 0, uploadedBytes: 0 };
type Nullable = { [Name in keyof Publication]: null extends Publication[Name] ? Name : never };
type Clearable = Nullable[keyof Publication] | keyof typeof COUNTERS;

export type Values = Omit<QueryDeepPartialEntity<Publication>, 'status'>;
type Condition = Omit<FindOptionsWhere<Publication>, 'status'> & {
  /** Only this one of the statuses. */
  status?: PublicationStatus;
};

export const INITIAL = ['awaiting_upload', 'ready'] as const;

/** What users and the service do. */
export const TRANSITIONS = {
  completeFiles: { on: 'last file uploaded', from: ['awaiting_upload'], to: 'ready' },
  publishNow: { on: 'publish', from: ['ready'], to: 'publishing' },
  schedule: { on: 'publish at a time', from: ['ready'], to: 'scheduled' },
  reschedule: { on: 'edit the time', from: ['scheduled'], to: 'scheduled', clears: ['goesAt'] },
  publishEarly: {
    on: 'edit to publish now',
    from: ['scheduled'],
    to: 'publishing',
    clears: ['publishAt', 'timeZone', 'waitsFor', 'goesAt'],
  },
  release: { on: 'due', from: ['scheduled'], to: 'publishing', clears: ['waitsFor'] },
  missTime: {
    on: 'more than SCHEDULE_GRACE_HOURS late',
    from: ['scheduled', 'publishing'],
    beforeInit: true,
    to: 'ready',
    clears: ['publishAt', 'waitsFor', 'consentedAt', 'consentedBy', 'dueAt', 'failCode', 'failReason'],
  },
  waitForQuota: {
    on: 'no quota left',
    from: ['publishing'],
    beforeInit: true,
    to: 'scheduled',
    clears: ['failCode', 'failReason'],
  },
  noteInit: {
    on: 'init about to be sent',
    from: ['publishing'],
    beforeInit: true,
    to: 'publishing',
    clears: ['failCode', 'failReason', 'goesAt'],
  },
  withdrawInit: { on: 'TikTok refused init', from: ['publishing'], to: 'publishing', clears: ['initSentAt'] },
  restartUpload: {
    on: 'incomplete upload expired',
    from: ['publishing'],
    to: 'publishing',
    clears: ['tiktokPublishId', 'uploadUrl', 'chunkSize', 'uploadedBytes', 'initSentAt'],
  },
  handOver: {
    on: 'TikTok has, or may have, all files',
    from: ['publishing'],
    to: 'processing',
    clears: ['failCode', 'failReason', 'uploadUrl'],
  },
  fail: {
    on: 'TikTok cannot have the post',
    from: ['publishing', 'processing'],
    to: 'failed',
    clears: ['dueAt', 'polls', 'uploadUrl'],
  },
  loseTrack: {
    on: 'TikTok may have the post',
    from: ['publishing', 'processing'],
    to: 'unknown',
    clears: ['keepFilesUntil', 'polls', 'uploadUrl'],
  },
  cancel: {
    on: 'cancel',
    from: ['awaiting_upload', 'ready', 'scheduled', 'publishing'],
    beforeInit: true,
    to: 'cancelled',
    clears: ['failCode', 'failReason', 'waitsFor', 'goesAt', 'dueAt'],
  },
  expire: { on: 'never published', from: ['awaiting_upload', 'ready'], to: 'cancelled' },
} satisfies Record<string, Transition>;

/**
 * How far along a status is. Reports from TikTok only move a post forward, so their order and repetition do not matter. A
 * post that exists outranks every report of a failure, ours included: a user who reads "failed" publishes again.
 */
export const PROGRESS: Partial<Record<PublicationStatus, number>> = {
  publishing: 0,
  unknown: 0,
  processing: 1,
  in_inbox: 2,
  failed: 3,
  cancelled: 4,
  published: 5,
  public: 6,
  removed: 6,
};

/** TikTok reports a status, by poll or webhook. `publication-reducer.ts` decides which report counts. */
export function reported(to: PublicationStatus): Transition {
  const statuses = Object.keys(PROGRESS) as PublicationStatus[];
  const from = statuses.filter((status) => status !== to && mayFollow(to, status));
  return { on: 'report from TikTok', from, to };
}

function mayFollow(to: PublicationStatus, status: PublicationStatus): boolean {
  const [reached = NaN, before = NaN] = [PROGRESS[to], PROGRESS[status]];
  // A post can be shown, hidden and shown again.
  return before < reached || (before === reached && reached > 0);
}

/**
 * Makes a transition.
 * @param where what else must hold, besides the status
 * @returns ids of the publications that moved
 */
export async function apply(
  em: EntityManager,
  { from, beforeInit, to, clears = [] }: Transition,
  { status, ...where }: Condition,
  values: Values = {},
): Promise<string[]> {
  const statuses = from.filter((one) => status === undefined || one === status);
  const cleared = Object.fromEntries(clears.map((name) => [name, name in COUNTERS ? 0 : null])) as Values;
  const { raw } = await em
    .createQueryBuilder()
    .update(Publication)
    .set({ ...cleared, ...values, status: to })
    .where({ ...where, status: In(statuses), ...(beforeInit && { initSentAt: IsNull() }) })
    .returning('id')
    .execute();
  return (raw as { id: string }[]).map(({ id }) => id);
}

/** Writes columns that do not move a publication. @returns false when no publication meets the condition */
export async function note(
  em: EntityManager,
  where: FindOptionsWhere<Publication> | FindOptionsWhere<Publication>[],
  values: Values,
): Promise<boolean> {
  const { affected } = await em.getRepository(Publication).update(where, values);
  return Boolean(affected);
}
