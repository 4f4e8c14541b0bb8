import { Injectable } from '@nestjs/common';
import { ConflictError } from '../../common/index.js';
import { PublicationFiles } from '../../content/index.js';
import type { AdCreative } from './ad-creative.entity.js';
import { CreativeIntake } from './creative-intake.js';
import { CreativeStore } from './creative-store.js';
import { textOf } from './publication-ref.js';

/** What an ad needs of a creative. */
export type UsableCreative = { videoId: string; coverImageId: string } | { imageId: string };

/** The state of a creative for a launch. */
export type CreativeState =
  | { state: 'ready'; media: UsableCreative }
  | { state: 'pending' }
  /** It will not become usable. The text says why and what to do. */
  | { state: 'failed'; code: string; reason: string };

/** What one ad shows: a video with its cover, or the images of a carousel. */
export type UsableMedia = { videoId: string; coverImageId: string } | { imageIds: string[] };

/** The same for creatives that one ad shows together. */
export type MediaState = Exclude<CreativeState, { state: 'ready' }> | { state: 'ready'; media: UsableMedia };

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

  /**
   * Returns the media of a publication's files in an account; undefined unless all were taken on.
   * @throws ConflictError unless they are ready
   */
  async ofPublication(of: PublicationOf): Promise<UsableMedia | undefined> {
    const ids = await this.creativesOf(of);
    if (!ids) return undefined;
    const found: UsableCreative[] = [];
    for (const id of ids) found.push(await this.require(id, of.accountId));
    return mediaOf(found);
  }

  /** Returns the state of creatives that one ad shows together. @throws as `stateOf` */
  async stateOfAll(creativeIds: readonly string[], accountId: string): Promise<MediaState> {
    const ready: UsableCreative[] = [];
    for (const id of creativeIds) {
      const one = await this.stateOf(id, accountId);
      if (one.state === 'failed') return one;
      if (one.state === 'ready') ready.push(one.media);
    }
    if (ready.length < creativeIds.length) return { state: 'pending' };
    return { state: 'ready', media: mediaOf(ready) };
  }

  /**
   * Returns the state of a creative, without waiting.
   * @throws NotFoundError for an unknown creative; ConflictError if it belongs to another account
   */
  async stateOf(creativeId: string, accountId: string): Promise<CreativeState> {
    const creative = await this.store.get(creativeId);
    if (creative.accountId !== accountId) throw ofOtherAccount(creative);
    const { status, failCode, failReason } = creative;
    if (status === 'failed' || status === 'unknown')
      return { state: 'failed', code: failCode ?? 'creative_fault', reason: failReason ?? '' };
    const media = usableMedia(creative);
    return media ? { state: 'ready', media } : { state: 'pending' };
  }

  /** Returns the account of each creative, and why it failed if it did. Unknown ids are absent. */
  async summaries(
    ids: readonly string[],
  ): Promise<{ id: string; accountId: string; failure: string | null }[]> {
    const found = await this.store.findAll(ids);
    return found.map(({ id, accountId, status, failReason }) => ({
      id,
      accountId,
      failure: status === 'failed' || status === 'unknown' ? (failReason ?? 'TikTok did not take it.') : null,
    }));
  }

  /** @throws ConflictError unless it is ready, and what `stateOf` throws */
  async require(creativeId: string, accountId: string): Promise<UsableCreative> {
    const found = await this.stateOf(creativeId, accountId);
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

function mediaOf(creatives: readonly UsableCreative[]): UsableMedia {
  const video = creatives.find((one) => 'videoId' in one);
  return video ?? { imageIds: creatives.flatMap((one) => ('imageId' in one ? one.imageId : [])) };
}

function usableMedia({
  status,
  videoId,
  coverImageId,
  imageId,
}: Pick<AdCreative, 'status' | 'videoId' | 'coverImageId' | 'imageId'>): UsableCreative | undefined {
  if (status !== 'ready') return undefined;
  if (videoId !== null && coverImageId !== null) return { videoId, coverImageId };
  return imageId === null ? undefined : { imageId };
}

function ofOtherAccount({ accountId }: AdCreative): ConflictError {
  return new ConflictError(
    'creative_of_other_account',
    `This creative belongs to the ad account ${accountId}, and media belong to one account. Upload the file to this account, too.`,
  );
}
