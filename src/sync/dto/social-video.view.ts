import { ApiProperty } from '@nestjs/swagger';
import type { SocialVideo } from '../social-video.entity.js';

export class SocialVideoView {
  @ApiProperty({ example: '7602997517160123666', description: 'text: 19 digits do not fit a number' })
  videoId: string;

  @ApiProperty({ format: 'uuid' })
  integrationId: string;

  @ApiProperty()
  caption: string;

  @ApiProperty({ type: String, nullable: true })
  shareUrl: string | null;

  @ApiProperty({ type: Number, nullable: true })
  durationSeconds: number | null;

  @ApiProperty({ type: 'integer' })
  views: number;

  @ApiProperty({ type: 'integer' })
  likes: number;

  @ApiProperty({ type: 'integer' })
  comments: number;

  @ApiProperty({ type: 'integer' })
  shares: number;

  @ApiProperty({ format: 'date-time' })
  publishedAt: string;

  @ApiProperty({ format: 'date-time', description: 'when TikTok told these figures' })
  capturedAt: string;
}

export function toVideoView(row: SocialVideo): SocialVideoView {
  const { videoId, integrationId, caption, shareUrl, durationSeconds, views, likes, comments, shares } = row;
  const times = { publishedAt: row.publishedAt.toISOString(), capturedAt: row.capturedAt.toISOString() };
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
  };
}
