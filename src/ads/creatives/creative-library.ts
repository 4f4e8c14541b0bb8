import { Injectable } from '@nestjs/common';
import { ConflictError } from '../../common/index.js';
import { PublicationFiles } from '../../content/index.js';
import type { AdCreative } from './ad-creative.entity.js';
import { CreativeIntake } from './creative-intake.js';
import { CreativeStore } from './creative-store.js';
import { textOf } from './publication-ref.js';

/** What an ad needs of creatives: a video with its cover, or the images of a carousel. */
export type UsableCreative = { videoId: string; coverImageId: string } | { imageIds: string[] };

/** The state of a creative for a launch. */
export type CreativeState =
  | { state: 'ready'; media: UsableCreative }
  | { state: 'pending' }
  /** It will not become usable. The text says why and what to do. */
  | { state: 'failed'; code: string; reason: string };

/** A publication, and the ad account that shall show it. */
export interface PublicationOf {
  accountId: string;
  publicationId: string;
}

/** Creatives for launches. */
@Injectable()
export class CreativeLibrary {
  constructor(
    private readonly store: CreativeStore,
    private readonly intake: CreativeIntake,
    private readonly publications: PublicationFiles,
  ) {}

  /**
   * Takes on all files of a publication, unless the account has them already.
   * @returns the ids of the creatives, in the order of the files
   */
  async beginPublication(of: PublicationOf, userId: string | null): Promise<string[]> {
    const known = await this.creativesOf(of);
    return known ?? (await this.intake.referAll(of, userId)).map(({ id }) => id);
  }

  /** Returns the media of a publication's files in an account; undefined unless all were taken on. @throws as `require` */
  async ofPublication(of: PublicationOf): Promise<UsableCreative | undefined> {
    const ids = await this.creativesOf(of);
    return ids && (await this.require(ids, of.accountId));
  }

  /**
   * Returns the state of creatives that one ad shows together, without waiting.
   * @throws NotFoundError for an unknown creative; ConflictError if it belongs to another account
   */
  async stateOf(creativeIds: readonly string[], accountId: string): Promise<CreativeState> {
    const creatives: AdCreative[] = [];
    for (const id of creativeIds) creatives.push(await this.store.get(id));
    const other = creatives.find((one) => one.accountId !== accountId);
    if (other) throw ofOtherAccount(other);
    const failed = creatives.find(({ status }) => status === 'failed' || status === 'unknown');
    if (failed)
      return {
        state: 'failed',
        code: failed.failCode ?? 'creative_fault',
        reason: failed.failReason ?? '',
      };
    const media = usableMedia(creatives);
    return media ? { state: 'ready', media } : { state: 'pending' };
  }

  /** @throws ConflictError unless they are ready, and what `stateOf` throws */
  async require(creativeIds: readonly string[], accountId: string): Promise<UsableCreative> {
    const found = await this.stateOf(creativeIds, accountId);
    if (found.state === 'ready') return found.media;
    if (found.state === 'failed') throw new ConflictError(found.code, found.reason);
    throw new ConflictError(
      'creative_not_ready',
      'This creative is still on its way to TikTok. Wait until its status is ready, then retry.',
    );
  }

  private async creativesOf({ accountId, publicationId }: PublicationOf): Promise<string[] | undefined> {
    const count = (await this.publications.facts(publicationId))?.fileCount ?? 0;
    const found = await this.store.ofPublication(accountId, publicationId);
    const ids = Array.from({ length: count }, (_, position) => {
      const ref = textOf({ publicationId, position });
      return found.find(({ sourceRef }) => sourceRef === ref)?.id;
    });
    return count > 0 && ids.every((id) => id !== undefined) ? ids : undefined;
  }
}

function usableMedia(creatives: readonly AdCreative[]): UsableCreative | undefined {
  if (creatives.some(({ status }) => status !== 'ready')) return undefined;
  const [first] = creatives;
  const { videoId, coverImageId } = first ?? {};
  if (videoId && coverImageId) return { videoId, coverImageId };
  const imageIds = creatives.flatMap(({ imageId }) => imageId ?? []);
  return imageIds.length > 0 ? { imageIds } : undefined;
}

function ofOtherAccount({ accountId }: AdCreative): ConflictError {
  return new ConflictError(
    'creative_of_other_account',
    `This creative belongs to the ad account ${accountId}, and media belong to one account. Upload the file to this account, too.`,
  );
}
