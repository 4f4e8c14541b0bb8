import { ApiProperty } from '@nestjs/swagger';
import type { SocialVideo } from '../social-video.entity.js';

export class SocialVideoView {
  @ApiProperty({ example: '7602997517160123666', description: 'text: 19 digits do not fit a number' })
  videoId: string;

  @ApiProperty({ format: 'uuid' })
  integrationId: string;

  @ApiProperty({ type: String, nullable: true, description: 'null while TikTok has not told it' })
  caption: string | null;

  @ApiProperty({ type: String, nullable: true })
  shareUrl: string | null;

  @ApiProperty({ type: Number, nullable: true })
  durationSeconds: number | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'null while TikTok has not told it; a figure that TikTok leaves out keeps its last value',
  })
  views: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  likes: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  comments: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  shares: number | null;

  @ApiProperty({ format: 'date-time' })
  publishedAt: string;

  @ApiProperty({ format: 'date-time', description: 'when TikTok last told any of these figures' })
  capturedAt: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'when a sync found that TikTok no longer shows the video; null while it does',
  })
  goneAt: string | null;
}

export function toVideoView(row: SocialVideo): SocialVideoView {
  const { videoId, integrationId, caption, shareUrl, durationSeconds, views, likes, comments, shares } = row;
  const times = { publishedAt: row.publishedAt.toISOString(), capturedAt: row.capturedAt.toISOString() };
  const goneAt = row.goneAt?.toISOString() ?? null;
  return {
    videoId,
    integrationId,
    caption,
    shareUrl,
    durationSeconds,
    views,
    likes,
    comments,
    shares,
    ...times,
    goneAt,
  };
}
