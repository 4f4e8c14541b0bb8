import { Injectable } from '@nestjs/common';
import { ConflictError } from '../../common/index.js';
import type { PublicationMedia } from '../post/publication-media.entity.js';
import type { Publication } from '../post/publication.entity.js';
import { PublicationReader } from '../post/publication-reader.js';
import { UploadLinks } from '../uploads/upload-links.js';
import type { MissingFile, MissingFilesView } from './dto/retry-answer.view.js';

/** Knows where to send the files that a publication still waits for. */
@Injectable()
export class MissingUploads {
  constructor(
    private readonly publications: PublicationReader,
    private readonly links: UploadLinks,
  ) {}

  /** New links: those of the creation expire, and are shown once. @throws NotFoundError; ConflictError unless files are missing */
  async list(publishId: string): Promise<MissingFilesView> {
    const uploads = this.of(await this.publications.get(publishId));
    if (uploads.length > 0) return { uploads };
    throw new ConflictError(
      'no_upload_missing',
      'This publication waits for no file. See its status for what is next.',
    );
  }

  /** Returns links for the missing files; none unless it waits for files. */
  of({ organisationId, status, media }: Publication): MissingFile[] {
    if (status !== 'awaiting_upload') return [];
    return media.filter(isMissing).map(({ id: mediaId, position }) => {
      const { uploadUrl, tusUrl } = this.links.urls({ mediaId, organisationId });
      return { position, uploadUrl, tusUrl };
    });
  }
}

function isMissing({ source, stagedFile }: PublicationMedia): boolean {
  return source === 'upload' && stagedFile === null;
}
