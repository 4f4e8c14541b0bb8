import { Injectable } from '@nestjs/common';
import { UnprocessableError } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { PublicationFiles, VerifiedUrls } from '../../content/index.js';
import type { Claim } from '../../jobs/index.js';
import type { AdCreative, CreativeKind } from './ad-creative.entity.js';
import { CreativeStaging } from './creative-staging.js';
import { CreativeStore } from './creative-store.js';
import { publicationRef } from './publication-ref.js';
import { webFile } from './web-file.js';

/** Gets the bytes of creatives that were given by URL or as a publication. */
@Injectable()
export class CreativeReceiving {
  constructor(
    private readonly config: AppConfig,
    private readonly store: CreativeStore,
    private readonly staging: CreativeStaging,
    private readonly publications: PublicationFiles,
    private readonly verified: VerifiedUrls,
  ) {}

  /** Stages the file. Afterwards the creative is `uploading`. */
  async run(creative: AdCreative, claim: Claim): Promise<void> {
    const source = await this.sourceOf(creative, claim.signal);
    const staged = await this.staging.stage(creative.kind, source);
    try {
      await claim.assertHeld();
      await this.store.change(creative.id, { ...staged, status: 'uploading', sourceRef: kept(creative) });
    } catch (error) {
      // Another process has the row, and stages a file of its own.
      await this.staging.remove(staged.stagedFile);
      throw error;
    }
  }

  private async sourceOf(
    { source, sourceRef, kind }: AdCreative,
    signal: AbortSignal,
  ): Promise<AsyncIterable<Buffer>> {
    if (source === 'url') return this.pulled(sourceRef ?? '', signal);
    const { publicationId, position } = publicationRef(sourceRef ?? '');
    const file = await this.publications.file(publicationId, position);
    assertKind(kind, file.kind === 'photo' ? 'image' : 'video');
    return 'url' in file ? this.pulled(file.url, signal) : (file.open() as AsyncIterable<Buffer>);
  }

  /** Checks again: the operator may have removed the domain since. */
  private pulled(url: string, signal: AbortSignal): AsyncIterable<Buffer> {
    const problem = this.verified.check(url);
    if (problem) throw new UnprocessableError(problem.code, `The URL ${problem.message}.`);
    return webFile(url, this.config.allowPrivateAddresses, signal);
  }
}

/** A publication is found again by its id. A URL may carry a signature. */
function kept({ source, sourceRef }: AdCreative): string | null {
  return source === 'publication' ? sourceRef : null;
}

/** @throws UnprocessableError if the publication has the other kind of file */
export function assertKind(wanted: CreativeKind, found: CreativeKind): void {
  if (wanted === found) return;
  throw new UnprocessableError(
    'publication_of_other_kind',
    `The publication has ${found === 'image' ? 'photos' : 'a video'}. Upload it as ${found === 'image' ? 'an image' : 'a video'} instead.`,
  );
}
