import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { ConflictError } from '../../common/index.js';
import { PublicationReader } from '../post/publication-reader.js';
import type { PostKind } from '../post/publication.entity.js';
import { StagingStore } from './staging/staging-store.js';

/** The first file of a publication: bytes that are still staged, or the URL from which TikTok fetches it. */
export type PublicationFile = { kind: PostKind } & ({ url: string } | { open: () => Readable });

/** Lends the files of publications to other modules, which copy them. */
@Injectable()
export class PublicationFiles {
  constructor(
    private readonly publications: PublicationReader,
    private readonly staging: StagingStore,
  ) {}

  /** @throws NotFoundError for an unknown publication; ConflictError once its file was deleted, or before it arrived */
  async first(publicationId: string): Promise<PublicationFile> {
    const { kind, media } = await this.publications.get(publicationId);
    const [file] = media;
    if (file?.url) return { kind, url: file.url };
    const { stagedFile, sizeBytes } = file ?? {};
    if (!stagedFile || !sizeBytes || !(await this.staging.has(stagedFile))) throw fileGone();
    return { kind, open: () => this.staging.read(stagedFile, 0, sizeBytes - 1) };
  }
}

function fileGone(): ConflictError {
  return new ConflictError(
    'publication_file_gone',
    'The file of this publication is not on this server: it has not been uploaded yet, or was deleted after publishing. ' +
      'Upload the file itself, or promote the published post as a Spark ad.',
  );
}
