/**
 * `unreadable`: no player or viewer can open it. `encrypted`: it needs a key. `incomplete`: it opens, but its end or a part
 * is missing.
 */
export const MEDIA_DAMAGES = ['unreadable', 'encrypted', 'incomplete'] as const;
export type MediaDamage = (typeof MEDIA_DAMAGES)[number];

/** Facts about a file, read from its bytes. A fact that could not be read is absent. */
export interface MediaFacts {
  /** Container or image format: `mp4`, `mov`, `webm`, `jpeg`, `webp`, `png` … */
  format?: string;
  /** `h264`, `h265`, `vp8`, `vp9`, or the file's own name for it; `none` for sound without a picture. */
  codec?: string;
  /** In pixels, as shown: a rotation of the file is applied. */
  width?: number;
  height?: number;
  /** Frames a second. */
  frameRate?: number;
  durationSeconds?: number;
  /** Damage found in the bytes; absent if there is none, or it could not be determined. */
  damage?: MediaDamage;
}
