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
}
