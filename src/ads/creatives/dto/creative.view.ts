import { MediaFactsView } from '../../../content/index.js';
import type { AdCreative, CreativeKind, CreativeSource, CreativeStatus } from '../ad-creative.entity.js';

/** A frame that TikTok suggests as the cover of the video. */
export class CoverView {
  /** Use it as `coverImageId` of an ad. */
  imageId: string;

  /** @asType integer */
  width: number | null;

  /** @asType integer */
  height: number | null;

  /** Null once it has expired, after about an hour. */
  url: string | null;

  urlExpiresAt: string | null;
}

export class CreativeProgressView {
  /**
   * How many bytes TikTok has.
   * @asType integer
   */
  uploadedBytes: number;

  /**
   * Null until the file is here.
   * @asType integer
   */
  totalBytes: number | null;
}

/** A video or an image of an ad account. */
export class CreativeView {
  /**
   * The `uploadId` of a launch's creative.
   * @format uuid
   */
  id: string;

  accountId: string;

  /** A video or an image. */
  kind: CreativeKind;

  name: string;

  /** Where the file came from. */
  source: CreativeSource;

  /**
   * `receiving`: the service fetches the file. `uploading`: it sends the file to TikTok. `processing`: TikTok prepares it.
   * `ready`: ads can use it. `unknown`: the file may be at TikTok, which could not be asked. It is not sent again.
   */
  status: CreativeStatus;

  progress: CreativeProgressView;

  /** Read from the file's bytes. Null until the file is here. */
  facts: MediaFactsView | null;

  /** MD5 of the bytes, hex. The same bytes are uploaded to an account once. */
  md5: string | null;

  /** TikTok's id of a video. */
  videoId: string | null;

  /** TikTok's id of an image. */
  imageId: string | null;

  /** The cover of a video that ads use by default. */
  coverImageId: string | null;

  covers: CoverView[];

  /** Null once it has expired, after 6 h. */
  previewUrl: string | null;

  /** What TikTok finds wrong with the video, in TikTok's words, such as LOW_RESOLUTION. */
  flaws: string[];

  /** True if a carousel may use the image. Null for videos, and until TikTok says. */
  carouselUsable: boolean | null;

  failCode: string | null;

  /** Why it failed and what to do, as text to show to the user. */
  failReason: string | null;

  createdAt: Date;

  updatedAt: Date;
}

export function toCreativeView(row: AdCreative, now: Date): CreativeView {
  const { id, accountId, kind, name, source, status, facts, md5, failCode, failReason } = row;
  const { videoId, imageId, coverImageId, details, createdAt, updatedAt } = row;
  const isOver = (time: string | null): boolean => time !== null && Date.parse(time) <= now.getTime();
  return {
    id,
    accountId,
    kind,
    name,
    source,
    status,
    progress: { uploadedBytes: row.uploadedBytes, totalBytes: row.sizeBytes },
    facts,
    md5,
    videoId,
    imageId,
    coverImageId,
    covers: row.covers.map((cover) => ({ ...cover, url: isOver(cover.urlExpiresAt) ? null : cover.url })),
    previewUrl: details && !isOver(details.previewUrlExpiresAt) ? details.previewUrl : null,
    flaws: details?.flaws ?? [],
    carouselUsable: details?.carouselUsable ?? null,
    failCode,
    failReason,
    createdAt,
    updatedAt,
  };
}
