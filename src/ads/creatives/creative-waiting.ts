import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { NotYetError } from '../../jobs/index.js';
import { AdFileApi, TikTokApiError, type AdCaller, type AdImage } from '../../tiktok/index.js';
import type { AdCreative } from './ad-creative.entity.js';
import { CreativeRefusedError } from './creative-refused.error.js';
import { CreativeStore } from './creative-store.js';
import { coversOf, imageDetails, isVideoUsable, STILL_PROCESSING, videoDetails } from './tiktok-media.js';

// Usually 30 s to 5 min.
const LONGEST_SECONDS = 30 * 60;

/** Waits until TikTok lets ads use a file. */
@Injectable()
export class CreativeWaiting {
  constructor(
    private readonly api: AdFileApi,
    private readonly store: CreativeStore,
    private readonly clock: Clock,
  ) {}

  /** @throws NotYetError while TikTok is at work */
  async run(caller: AdCaller, creative: AdCreative): Promise<void> {
    const usable = await this.whenUsable(caller, creative).catch((error: unknown) => {
      if (error instanceof TikTokApiError && STILL_PROCESSING.has(error.code)) return undefined;
      throw error;
    });
    if (usable) return await this.store.change(creative.id, { ...usable, status: 'ready', dueAt: null });
    const seconds = this.secondsSince(creative.processingSince);
    if (seconds > LONGEST_SECONDS) throw new CreativeRefusedError('creative_never_ready');
    throw new NotYetError('TikTok is processing the file', pauseAfter(seconds));
  }

  /** @returns what is known of a usable file, or undefined */
  private async whenUsable(
    caller: AdCaller,
    { videoId, imageId }: AdCreative,
  ): Promise<Partial<AdCreative> | undefined> {
    if (videoId === null) {
      const image = await this.api.image(caller, imageId ?? '');
      return image && isImageUsable(image) ? { details: imageDetails(image) } : undefined;
    }
    const video = await this.api.video(caller, videoId);
    if (!video || !isVideoUsable(video)) return undefined;
    const covers = coversOf(await this.api.suggestedCovers(caller, videoId), this.clock.now());
    const [first] = covers;
    // An ad needs a cover.
    return first && { details: videoDetails(video), covers, coverImageId: first.imageId };
  }

  private secondsSince(time: Date | null): number {
    return time ? (this.clock.now().getTime() - time.getTime()) / 1000 : 0;
  }
}

function pauseAfter(seconds: number): number {
  if (seconds < 30) return 3;
  return seconds < 5 * 60 ? 10 : 30;
}

/** TikTok answers this only after it has looked at the image. */
function isImageUsable({ is_carousel_usable: carousel, size }: AdImage): boolean {
  return typeof carousel === 'boolean' && Boolean(size);
}
