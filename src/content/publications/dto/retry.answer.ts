import { ApiProperty } from '@nestjs/swagger';
import { PUBLICATION_STATUSES, type PublicationStatus } from '../../post/publication.entity.js';

export class MissingFile {
  @ApiProperty({ description: 'which of the files, from 0' })
  position: number;

  @ApiProperty({ description: 'where to send it; it expires' })
  uploadUrl: string;

  @ApiProperty({ description: 'instead: where to send it as a resumable upload, by tus 1.0' })
  tusUrl: string;
}

export class RetryAnswer {
  @ApiProperty({ format: 'uuid', description: 'of the new attempt' })
  publishId: string;

  @ApiProperty({ format: 'uuid', description: 'the failed one' })
  retryOf: string;

  @ApiProperty({
    enum: PUBLICATION_STATUSES,
    description: '`ready` when its files were still here: publish it; otherwise `awaiting_upload`',
  })
  status: PublicationStatus;

  @ApiProperty({ type: [MissingFile], description: 'files to send again' })
  uploads: MissingFile[];
}
