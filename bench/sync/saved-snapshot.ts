import { EntitySchema } from 'typeorm';
import type { BareRow } from './bare-rows.js';

/** A row of the history, for TypeORM. The service itself writes it in bulk and needs no entity. */
export interface SavedSnapshot extends Pick<
  BareRow,
  'videoId' | 'capturedAt' | 'views' | 'likes' | 'comments' | 'shares'
> {
  organisationId: string;
  integrationId: string;
  slot: Date;
  source: string;
}

export const SAVED_SNAPSHOT = new EntitySchema<SavedSnapshot>({
  name: 'SavedSnapshot',
  tableName: 'engagement_snapshots',
  columns: {
    integrationId: { type: 'uuid', name: 'integration_id', primary: true },
    videoId: { type: 'text', name: 'video_id', primary: true },
    slot: { type: 'timestamptz', primary: true },
    source: { type: 'text', primary: true },
    organisationId: { type: 'text', name: 'organisation_id' },
    capturedAt: { type: 'timestamptz', name: 'captured_at' },
    views: { type: 'bigint' },
    likes: { type: 'bigint' },
    comments: { type: 'bigint' },
    shares: { type: 'bigint' },
  },
});

/** @returns the row of the history for the hour of a reading */
export function snapshotOf(
  { videoId, capturedAt, views, likes, comments, shares }: BareRow,
  owner: Pick<SavedSnapshot, 'organisationId' | 'integrationId'>,
): SavedSnapshot {
  const slot = new Date(Math.floor(capturedAt.getTime() / 3_600_000) * 3_600_000);
  return { ...owner, videoId, slot, source: 'display_api', capturedAt, views, likes, comments, shares };
}
