import type { MediaDamage, MediaFacts } from '../../post/media-facts.js';

export class MediaFactsView implements MediaFacts {
  /**
   * The container of a video, or the format of a photo.
   * @example mp4
   */
  format?: string;

  /**
   * `none` if the file has sound but no picture.
   * @example h264
   */
  codec?: string;

  /**
   * Pixels, as shown.
   * @example 1080
   */
  width?: number;

  /**
   * Pixels, as shown.
   * @example 1920
   */
  height?: number;

  /**
   * Frames per second.
   * @example 29.97
   */
  frameRate?: number;

  /** @example 14.2 */
  durationSeconds?: number;

  /** `unreadable`: no player opens the file. `encrypted`: it needs a key. `incomplete`: a part is missing. */
  damage?: MediaDamage;
}
