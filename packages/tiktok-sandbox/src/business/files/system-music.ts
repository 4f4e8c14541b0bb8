import { createHash } from 'node:crypto';

/**
 * Tracks that every advertiser may use; the same ones are in the Commercial Music Library. Of some, only the piece
 * that trends may sound in posts, of some nothing.
 */
export const SYSTEM_MUSIC = [
  { title: 'Morning Market', author: 'The Sandbox Band', genre: 'POP', clips: ['full', 'trending'] },
  { title: 'Slow Bicycle', author: 'Quiet Rooms', genre: 'FOLK', clips: ['trending'] },
  { title: 'Neon Harbour', author: 'Low Tide', genre: 'ELECTRONIC', clips: [] },
  { title: 'Paper Lanterns', author: 'Yuki and Friends', genre: 'POP', clips: ['full'] },
  { title: 'Night Train North', author: 'Low Tide', genre: 'ELECTRONIC', clips: ['full', 'trending'] },
  { title: 'Kitchen Dance', author: 'The Sandbox Band', genre: 'FUNK', clips: ['full', 'trending'] },
] as const;

/** 19 digits, the same for the same title. */
export function systemMusicId(title: string): string {
  const digits = BigInt(`0x${createHash('sha256').update(title).digest('hex').slice(0, 15)}`) % 10n ** 17n;
  return `68${digits.toString().padStart(17, '0')}`;
}

const TRACK_IDS = new Set(SYSTEM_MUSIC.map(({ title }) => systemMusicId(title)));

/** True for the id of a track; posts accept only ids of its clips. */
export function isTrackId(id: string): boolean {
  return TRACK_IDS.has(id);
}
