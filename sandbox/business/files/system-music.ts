import { createHash } from 'node:crypto';

/** Tracks that every advertiser may use; the same ones are in the Commercial Music Library. */
export const SYSTEM_MUSIC = [
  { title: 'Morning Market', author: 'The Sandbox Band', genre: 'POP' },
  { title: 'Slow Bicycle', author: 'Quiet Rooms', genre: 'FOLK' },
  { title: 'Neon Harbour', author: 'Low Tide', genre: 'ELECTRONIC' },
  { title: 'Paper Lanterns', author: 'Yuki and Friends', genre: 'POP' },
  { title: 'Night Train North', author: 'Low Tide', genre: 'ELECTRONIC' },
  { title: 'Kitchen Dance', author: 'The Sandbox Band', genre: 'FUNK' },
] as const;

/** 19 digits, the same for the same title. */
export function systemMusicId(title: string): string {
  const digits = BigInt(`0x${createHash('sha256').update(title).digest('hex').slice(0, 15)}`) % 10n ** 17n;
  return `68${digits.toString().padStart(17, '0')}`;
}
