import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { orNull } from '../../../common/index.js';
import { FIXABLE_BY, PRIVACY_LEVELS, RETRY_CLASSES } from '../../../tiktok/index.js';
import type { FixableBy, PrivacyLevel, RetryClass } from '../../../tiktok/index.js';
import { MediaFactsView } from '../../uploads/media/media-facts.view.js';
import { MEDIA_SOURCES, type MediaSource } from '../../post/publication-media.entity.js';
import { POST_KINDS, POST_MODES, type PostKind, type PostMode } from '../../post/publication.entity.js';
import { FIXABLE_BY_DESCRIPTION, MODE_MEANING, RETRY_MEANING } from './meanings.js';
import { PostOptionsView } from './post-options.view.js';
import { PublishAnswer } from './publication.views.js';

class TransferProgress {
  @ApiProperty({ description: 'bytes that TikTok holds' })
  uploadedBytes: number;

  @ApiProperty({ description: 'bytes of the whole file' })
  totalBytes: number;
}

class PublicationMediaView {
  @ApiProperty({ description: 'which of the files, from 0' })
  position: number;

  @ApiProperty({
    enum: MEDIA_SOURCES,
    description: '`upload`: you send the file. `url`: TikTok fetches it from your address.',
  })
  source: MediaSource;

  @ApiProperty({ type: String, nullable: true, example: 'video/mp4' })
  mediaType: string | null;

  @ApiProperty({ type: Number, nullable: true })
  sizeBytes: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'hex' })
  sha256: string | null;

  @ApiProperty({
    ...orNull(MediaFactsView),
    description: 'null: not uploaded, or TikTok fetches it; what could not be read is absent',
  })
  facts: MediaFactsView | null;
}

class FailureView {
  @ApiProperty({ enum: FIXABLE_BY, description: FIXABLE_BY_DESCRIPTION })
  fixableBy: FixableBy;

  @ApiProperty({ enum: RETRY_CLASSES, description: RETRY_MEANING })
  retry: RetryClass;

  @ApiProperty({ description: "TikTok's page about it" })
  link: string;
}

/** Everything about one publication. */
export class PublicationView extends PublishAnswer {
  @ApiProperty({ description: 'what the status means, for a person' })
  statusText: string;

  @ApiProperty({ enum: POST_KINDS, description: 'What is posted.' })
  kind: PostKind;

  @ApiProperty({ enum: POST_MODES, description: MODE_MEANING })
  mode: PostMode;

  @ApiProperty({ format: 'uuid' })
  integrationId: string;

  @ApiProperty({ description: 'name within your organisation' })
  title: string;

  @ApiProperty({ description: 'what TikTok shows' })
  caption: string;

  @ApiProperty({
    type: String,
    enum: [...PRIVACY_LEVELS, null],
    nullable: true,
    description: 'null for drafts',
  })
  privacyLevel: PrivacyLevel | null;

  @ApiProperty()
  allowComment: boolean;

  @ApiProperty()
  allowDuet: boolean;

  @ApiProperty()
  allowStitch: boolean;

  @ApiProperty({ description: 'brand toggles, AI label, cover, music' })
  options: PostOptionsView;

  @ApiProperty({ type: [PublicationMediaView] })
  media: PublicationMediaView[];

  @ApiProperty({ type: [String], description: '19-digit ids, known once TikTok shows the post publicly' })
  postIds: string[];

  @ApiPropertyOptional({ description: 'where everybody sees the post, once it is public' })
  shareUrl?: string;

  @ApiPropertyOptional({ description: "TikTok's code or ours, when failed or unknown" })
  failCode?: string;

  @ApiPropertyOptional({ description: 'the same as a sentence for a person: what happened, and what to do' })
  failReason?: string;

  @ApiPropertyOptional({ type: FailureView })
  failure?: FailureView;

  @ApiPropertyOptional({ description: 'of bytes that we send, once the file was uploaded here' })
  progress?: TransferProgress;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'this is another attempt of it' })
  retryOf: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'the attempt that followed' })
  retriedBy: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'of TikTok’s terms' })
  consentedAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  consentedBy: string | null;

  @ApiProperty()
  createdBy: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;
}
