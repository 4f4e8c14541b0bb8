import { Injectable } from '@nestjs/common';
import { inBatches } from '../../../common/index.js';
import {
  AdFileApi,
  MAX_VIDEO_IDS,
  TikTokApiError,
  type AdCaller,
  type AdVideo,
} from '../../../tiktok/index.js';
import { isVideoUsable, STILL_PROCESSING } from '../../creatives/tiktok-media.js';
import type { VideoFact } from '../../rules/rule-context.js';
import { fieldsOf, type FactQuestion, type FactReader, type FoundFacts } from '../fact-reader.js';
import type { NamedThings } from '../named-things.js';

/** Reads the videos that ads show. */
@Injectable()
export class VideoFacts implements FactReader {
  constructor(private readonly api: AdFileApi) {}

  fields({ videos }: NamedThings): string[] {
    return fieldsOf(videos);
  }

  async read({ caller, things }: FactQuestion): Promise<FoundFacts> {
    const ids = things.videos.map(({ id }) => id);
    const videos = new Map<string, VideoFact | null>(ids.map((id) => [id, null]));
    for (const batch of inBatches(ids, MAX_VIDEO_IDS))
      for (const [id, video] of await this.batch(caller, batch))
        videos.set(id, { ready: isVideoUsable(video) });
    return { facts: { videos } };
  }

  /** One video that TikTok is still processing may let it refuse the whole batch. */
  private async batch(caller: AdCaller, ids: readonly string[]): Promise<[string, AdVideo][]> {
    try {
      return (await this.api.videos(caller, ids)).map((video) => [video.video_id ?? '', video]);
    } catch (error) {
      if (!(error instanceof TikTokApiError && STILL_PROCESSING.has(error.code))) throw error;
      const [only] = ids;
      if (ids.length <= 1 && only !== undefined) return [[only, {}]];
      const found: [string, AdVideo][] = [];
      for (const id of ids) found.push(...(await this.batch(caller, [id])));
      return found;
    }
  }
}
