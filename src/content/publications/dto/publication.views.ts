import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString } from 'class-validator';
import {
  PUBLICATION_STATUSES,
  videoOf,
  type Publication,
  type PublicationStatus,
} from '../publication.entity.js';
import { MediaFactsView } from '../../media/media-facts.view.js';
import type { TakenFile } from '../../uploads/media-intake.js';

export class PublishIdDto {
  @ApiProperty({ format: 'uuid', description: 'as init-video-upload answered it' })
  @IsString()
  publishId: string;
}

export class PublishAnswer {
  @ApiProperty({ format: 'uuid' })
  publishId: string;

  @ApiProperty({ enum: PUBLICATION_STATUSES })
  status: PublicationStatus;
}

class TransferProgress {
  @ApiProperty({ description: 'bytes that TikTok holds' })
  uploadedBytes: number;

  @ApiProperty({ description: 'bytes of the whole file' })
  totalBytes: number;
}

export class PublishStatusAnswer extends PublishAnswer {
  @ApiProperty({ type: [String], description: '19-digit ids, known once TikTok shows the post publicly' })
  postIds: string[];

  @ApiPropertyOptional({ description: "TikTok's code or ours, when failed or unknown" })
  failCode?: string;

  @ApiPropertyOptional({ description: 'the same as a sentence for a person' })
  failReason?: string;

  @ApiPropertyOptional({ description: 'once the video was uploaded here' })
  progress?: TransferProgress;
}

export class UploadAnswer {
  @ApiProperty({ format: 'uuid' })
  publishId: string;

  @ApiProperty({
    enum: PUBLICATION_STATUSES,
    description: '`ready` once all files are here, `awaiting_upload` while others are missing',
  })
  status: PublicationStatus;

  @ApiProperty({ description: 'which of the files, from 0' })
  position: number;

  @ApiProperty()
  sizeBytes: number;

  @ApiProperty({ description: 'hex; compare it with your own to be sure' })
  sha256: string;

  @ApiProperty({ example: 'video/mp4' })
  mediaType: string;

  @ApiProperty({ type: MediaFactsView, description: 'what the file is; what could not be read is absent' })
  facts: MediaFactsView;
}

// What TikTok could not have said without the whole file, whatever it has confirmed chunk by chunk.
const HAS_EVERYTHING: ReadonlySet<PublicationStatus> = new Set([
  'published',
  'public',
  'in_inbox',
  'removed',
]);

export function toPublishStatus(row: Publication): PublishStatusAnswer {
  return {
    publishId: row.id,
    status: row.status,
    postIds: row.postIds,
    ...(row.failCode !== null && { failCode: row.failCode }),
    ...(row.failReason !== null && { failReason: row.failReason }),
    ...progressOf(row),
  };
}

/** Only bytes that we send ourselves have a progress; what TikTok fetches has none that it tells. */
function progressOf(row: Publication): Pick<PublishStatusAnswer, 'progress'> {
  const totalBytes = row.kind === 'video' ? videoOf(row).sizeBytes : null;
  if (totalBytes === null) return {};
  return {
    progress: { uploadedBytes: HAS_EVERYTHING.has(row.status) ? totalBytes : row.uploadedBytes, totalBytes },
  };
}

export function toUploadAnswer(taken: TakenFile): UploadAnswer {
  const { publicationId, position, status, sizeBytes, sha256, mediaType, facts } = taken;
  return { publishId: publicationId, position, status, sizeBytes, sha256, mediaType, facts: facts ?? {} };
}
