import { Injectable } from '@nestjs/common';
import { isId } from '../../../common/index.js';
import { SystemContext } from '../../../database/index.js';
import { PublicationMedia } from '../../post/publication-media.entity.js';
import { Publication, type PublicationStatus } from '../../post/publication.entity.js';
import { StagingStore } from '../staging/staging-store.js';
import { PullUrls } from './pull-urls.js';

// Earlier, TikTok does not know the URL yet; later, it has the file.
const IN_PROGRESS: ReadonlySet<PublicationStatus> = new Set(['publishing', 'processing']);

/** A file that TikTok can currently fetch. */
export interface PulledFile {
  stagedFile: string;
  sizeBytes: number;
  mediaType: string;
  /** Hex. */
  sha256: string;
}

/** Finds the file behind a URL from `PullUrls`. */
@Injectable()
export class PulledMedia {
  constructor(
    private readonly system: SystemContext,
    private readonly urls: PullUrls,
    private readonly staging: StagingStore,
  ) {}

  /** @returns undefined when the URL is not valid now, without a reason */
  async find(mediaId: string, name: string): Promise<PulledFile | undefined> {
    if (!isId(mediaId)) return undefined;
    const media = await this.system.transaction('serve media that TikTok fetches', async (em) => {
      const row = await em.getRepository(PublicationMedia).findOneBy({ id: mediaId });
      if (!row || !this.urls.isNameOf(row, name)) return undefined;
      const publication = await em.getRepository(Publication).findOneBy({ id: row.publicationId });
      return publication && IN_PROGRESS.has(publication.status) ? row : undefined;
    });
    const { stagedFile, sizeBytes, mediaType, sha256 } = media ?? {};
    if (!stagedFile || !sizeBytes || !mediaType || !sha256) return undefined;
    return (await this.staging.has(stagedFile)) ? { stagedFile, sizeBytes, mediaType, sha256 } : undefined;
  }
}
