import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { ConflictError, isId } from '../../common/index.js';
import { PublicationReader } from '../post/publication-reader.js';
import type { PublicationMedia } from '../post/publication-media.entity.js';
import type { PostKind } from '../post/publication.entity.js';
import { StagingStore } from './staging/staging-store.js';

/** One file of a publication: bytes that are still staged, or the URL from which TikTok fetches it. */
export type PublicationFile = { kind: PostKind } & ({ url: string } | { open: () => Readable });

/** What other modules may make of a publication. */
export interface PublicationFacts {
  kind: PostKind;
  integrationId: string;
  /** The number of its files: 1, or that of its photos. */
  fileCount: number;
  /** True if all of them can be copied. */
  hasFiles: boolean;
  /** TikTok's id of the post; null unless there is exactly one, and it is public. */
  postId: string | null;
}

/** Lends the files of publications to other modules, which copy them. */
@Injectable()
export class PublicationFiles {
  constructor(
    private readonly publications: PublicationReader,
    private readonly staging: StagingStore,
  ) {}

  /** @returns undefined for an unknown publication, also for one of another organisation */
  async facts(publicationId: string): Promise<PublicationFacts | undefined> {
    const found = isId(publicationId) ? await this.publications.find(publicationId) : null;
    if (!found) return undefined;
    const { kind, integrationId, media, status, postIds } = found;
    const [postId] = postIds;
    const isPost = status === 'public' && postIds.length === 1;
    const here = await Promise.all(media.map((one) => this.isHere(one)));
    return {
      kind,
      integrationId,
      fileCount: media.length,
      hasFiles: here.length > 0 && here.every(Boolean),
      postId: isPost && postId !== undefined ? postId : null,
    };
  }

  /**
   * @param position from 0, in the order of the post
   * @throws NotFoundError for an unknown publication; ConflictError once its file was deleted, or before it arrived
   */
  async file(publicationId: string, position = 0): Promise<PublicationFile> {
    const { kind, media } = await this.publications.get(publicationId);
    const file = media[position];
    if (file?.url) return { kind, url: file.url };
    if (!file || !(await this.isHere(file))) throw fileGone();
    const { stagedFile, sizeBytes } = file;
    return { kind, open: () => this.staging.read(stagedFile ?? '', 0, (sizeBytes ?? 0) - 1) };
  }

  private async isHere({ url, stagedFile, sizeBytes }: PublicationMedia): Promise<boolean> {
    if (url) return true;
    return Boolean(stagedFile && sizeBytes) && (await this.staging.has(stagedFile ?? ''));
  }
}

function fileGone(): ConflictError {
  return new ConflictError(
    'publication_file_gone',
    'The file of this publication is not on this server: it has not been uploaded yet, or was deleted after publishing. ' +
      'Upload the file itself, or promote the published post as a Spark ad.',
  );
}
