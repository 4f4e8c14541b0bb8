import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsUUID } from 'class-validator';
import { IsText, IsTikTokId } from './field-kinds.js';

export const POST_TYPES = ['VIDEO', 'CAROUSEL'] as const;

/** What an ad shows: one of a video, images, an upload, a publication or a post. */
export class CreativeDto {
  /** A video in the ad account's library. */
  @IsOptional()
  @IsText()
  videoId?: string;

  /** The cover of the video: an image in the ad account's library. */
  @IsOptional()
  @IsText()
  coverImageId?: string;

  /** The images of a carousel, 1 to 35, in the ad account's library. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsText({ each: true })
  imageIds?: string[];

  /** The music of a carousel. */
  @IsOptional()
  @IsText()
  musicId?: string;

  /** A creative of POST /api/ads/creatives. */
  @IsOptional()
  @IsUUID()
  uploadId?: string;

  /**
   * A publication of this organisation. Its public post becomes the ad (Spark) if the identity is the account that
   * posted it, and allows its posts as ads. Otherwise its video or photos are uploaded.
   */
  @IsOptional()
  @IsUUID()
  publicationId?: string;

  /** A post on TikTok that the identity may advertise (Spark). */
  @IsOptional()
  @IsTikTokId()
  postId?: string;

  /** What the post shows, as GET /api/ads/spark-posts names it. A video by default. */
  @IsOptional()
  @IsIn(POST_TYPES)
  postType?: (typeof POST_TYPES)[number];
}
