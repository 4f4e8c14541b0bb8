/**
 * `unreadable`: no player or viewer can open it. `encrypted`: only those with a key can. `incomplete`: it opens, and its
 * end, or a part of it, is missing.
 */
export const MEDIA_DAMAGES = ['unreadable', 'encrypted', 'incomplete'] as const;
export type MediaDamage = (typeof MEDIA_DAMAGES)[number];

/** What a file says of itself. A fact that could not be read is absent. */
export interface MediaFacts {
  /** Container or image format: `mp4`, `mov`, `webm`, `jpeg`, `webp`, `png` … */
  format?: string;
  /** `h264`, `h265`, `vp8`, `vp9`, or what the file names otherwise; `none` for sound without a picture. */
  codec?: string;
  /** In pixels, as shown: a rotation of the file is applied. */
  width?: number;
  height?: number;
  /** Frames a second. */
  frameRate?: number;
  durationSeconds?: number;
  /** What was found wrong with the bytes themselves; absent when nothing was, or when nothing could be found out. */
  damage?: MediaDamage;
}

/** Whether there is nothing in the file that TikTok could show. */
export function isUnusable(facts: MediaFacts | null): boolean {
  return facts?.damage === 'unreadable' || facts?.damage === 'encrypted' || facts?.codec === 'none';
}
