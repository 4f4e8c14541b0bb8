import { Injectable } from '@nestjs/common';
import { ConflictError } from '../../common/index.js';
import type { AdCreative } from './ad-creative.entity.js';
import { CreativeIntake, type CreativeRequest } from './creative-intake.js';
import { CreativeStore } from './creative-store.js';
import type { NewCreativeDto } from './dto/new-creative.dto.js';

/** What an ad needs of a creative. */
export type UsableCreative = { videoId: string; coverImageId: string } | { imageId: string };

/** The state of a creative for a launch. */
export type CreativeState =
  | { state: 'ready'; media: UsableCreative }
  | { state: 'pending' }
  /** It will not become usable. The text says why and what to do. */
  | { state: 'failed'; code: string; reason: string };

/** Creatives for launches. */
@Injectable()
export class CreativeLibrary {
  constructor(
    private readonly store: CreativeStore,
    private readonly intake: CreativeIntake,
  ) {}

  /** Takes on a file by URL or publication. @returns the creative's id */
  async begin(file: NewCreativeDto, request: CreativeRequest): Promise<string> {
    return (await this.intake.refer(file, request)).id;
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
