import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString } from 'class-validator';
import { PUBLICATION_STATUSES, type Publication, type PublicationStatus } from '../publication.entity.js';
import type { StagedFile } from '../staging-store.js';

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

  @ApiProperty({ enum: ['ready'] })
  status: 'ready';

  @ApiProperty()
  sizeBytes: number;

  @ApiProperty({ description: 'hex; compare it with your own to be sure' })
  sha256: string;

  @ApiProperty({ example: 'video/mp4' })
  mediaType: string;
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
    ...(row.sizeBytes !== null && {
      progress: {
        uploadedBytes: HAS_EVERYTHING.has(row.status) ? row.sizeBytes : row.uploadedBytes,
        totalBytes: row.sizeBytes,
      },
    }),
  };
}

export function toUploadAnswer(
  publishId: string,
  { sizeBytes, sha256, mediaType }: StagedFile,
): UploadAnswer {
  return { publishId, status: 'ready', sizeBytes, sha256, mediaType };
}
