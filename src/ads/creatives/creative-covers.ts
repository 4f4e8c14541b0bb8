import { Injectable, Logger } from '@nestjs/common';
import { Clock, ConflictError, DomainError, InvalidInputError, messageOf } from '../../common/index.js';
import { AdAccountAccess, callerOf } from '../../integrations/index.js';
import { AdFileApi, isTransient, TikTokApiError } from '../../tiktok/index.js';
import type { AdCreative, StoredCover } from './ad-creative.entity.js';
import { CreativeStore } from './creative-store.js';
import { coversOf, videoDetails } from './tiktok-media.js';

/** The covers of videos: which one ads use, and URLs that can be shown. */
@Injectable()
export class CreativeCovers {
  private readonly logger = new Logger(CreativeCovers.name);

  constructor(
    private readonly store: CreativeStore,
    private readonly access: AdAccountAccess,
    private readonly api: AdFileApi,
    private readonly clock: Clock,
  ) {}

  /** @throws ConflictError until the video is ready; InvalidInputError for an image that is none of its covers */
  async choose(id: string, coverImageId: string): Promise<AdCreative> {
    const creative = await this.store.get(id);
    if (creative.status !== 'ready' || creative.videoId === null) throw noCovers();
    if (!creative.covers.some(({ imageId }) => imageId === coverImageId)) throw notACover();
    await this.store.change(id, { coverImageId });
    return { ...creative, coverImageId };
  }

  /** Reads new URLs once the old ones have expired. Without an answer the creative is shown as it is. */
  async withFreshUrls(creative: AdCreative): Promise<AdCreative> {
    const { id, videoId, covers, status, accountId } = creative;
    if (status !== 'ready' || videoId === null || !this.areExpired(covers)) return creative;
    try {
      const caller = callerOf(await this.access.find(accountId), 'interactive');
      const [video, suggested] = await Promise.all([
        this.api.video(caller, videoId),
        this.api.suggestedCovers(caller, videoId),
      ]);
      const fresh = coversOf(suggested, this.clock.now());
      const changes = { covers: withChosen(fresh, creative), ...(video && { details: videoDetails(video) }) };
      await this.store.change(id, changes);
      return { ...creative, ...changes };
    } catch (error) {
      const isTheirs = error instanceof TikTokApiError || error instanceof DomainError || isTransient(error);
      if (!isTheirs) throw error;
      this.logger.warn(`no new URLs for the covers of creative ${id}: ${messageOf(error)}`);
      return creative;
    }
  }

  private areExpired(covers: readonly StoredCover[]): boolean {
    const now = this.clock.now().getTime();
    return covers.every(({ urlExpiresAt }) => urlExpiresAt === null || Date.parse(urlExpiresAt) <= now);
  }
}

/** The chosen cover stays in the list, even if TikTok now suggests others. */
function withChosen(fresh: StoredCover[], { covers, coverImageId }: AdCreative): StoredCover[] {
  const isListed = fresh.some(({ imageId }) => imageId === coverImageId);
  return isListed ? fresh : [...covers.filter(({ imageId }) => imageId === coverImageId), ...fresh];
}

function noCovers(): ConflictError {
  return new ConflictError(
    'creative_not_ready',
    'Only a video that is ready has covers. Wait until its status is ready, then retry.',
  );
}

function notACover(): InvalidInputError {
  const message = "must be the imageId of one of the creative's covers";
  return new InvalidInputError(`The cover ${message}.`, [{ field: 'coverImageId', message }]);
}
