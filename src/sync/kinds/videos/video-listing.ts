import { Injectable } from '@nestjs/common';
import { Clock, oneAhead } from '../../../common/index.js';
import type { SyncPolicy } from '../../../config/index.js';
import { VideoApi, walkPages, type NextPage } from '../../../tiktok/index.js';
import type { KindRun } from '../../runs/syncs-kind.js';
import { BarrenPages } from './barren-pages.js';
import { KnownVideos } from './known-videos.js';
import { placeText, type RunPlace } from './run-place.js';
import type { VideoWriter } from './video-writer.js';

/** Reads an account's list of videos page by page. */
@Injectable()
export class VideoListing {
  constructor(
    private readonly videos: VideoApi,
    private readonly known: KnownVideos,
    private readonly clock: Clock,
  ) {}

  /**
   * Reads everything that TikTok lists, from the place on.
   * @returns `ended` is false when TikTok cut the list short; `unnamed` counts videos without an id
   */
  async listAll(
    kindRun: KindRun,
    writer: VideoWriter,
    place: RunPlace,
  ): Promise<{ ended: boolean; unnamed: number }> {
    const pages = new BarrenPages();
    let unnamed = 0;
    for await (const { page, next } of oneAhead(this.walk(kindRun, place))) {
      place = placeAfter(next, place);
      const { videos, capturedAt } = page;
      const added = await writer.add({ videos, capturedAt, place: placeText(place) });
      unnamed += added.unnamed;
      kindRun.claim.signal.throwIfAborted();
      if (next.kind === 'end') return { ended: true, unnamed };
      if (pages.endAfter(added.ids)) break;
    }
    return { ended: false, unnamed };
  }

  /**
   * Reads pages from the place on until one has known videos only.
   * @returns `ended` is false when TikTok cut the list short; `isEmpty` is true for an account that shows no video at all
   */
  async discover(
    kindRun: KindRun,
    writer: VideoWriter,
    policy: SyncPolicy,
    place: RunPlace,
  ): Promise<{ ended: boolean; isEmpty: boolean; pages: number }> {
    const barren = new BarrenPages();
    let pages = 0;
    for await (const { page, next } of this.walk(kindRun, place)) {
      pages += 1;
      const { videos, capturedAt } = page;
      const { isKnown, use } = await this.known.among(kindRun.integration.id, videos, policy, capturedAt);
      const after = next.kind === 'page' ? { ...place, cursor: next.cursor } : place;
      const { ids } = await writer.add({ videos, capturedAt, place: placeText(after), use });
      kindRun.claim.signal.throwIfAborted();
      const isEnd = next.kind === 'end';
      const isEmpty = isEnd && place.cursor === undefined && Array.isArray(videos) && videos.length === 0;
      if (isEnd || (ids.length > 0 && ids.every(isKnown))) return { ended: true, isEmpty, pages };
      if (barren.endAfter(ids)) break;
      place = after;
    }
    return { ended: false, isEmpty: false, pages };
  }

  private walk({ integration }: KindRun, { cursor: from }: RunPlace) {
    const read = async (cursor: string | undefined) => {
      const page = await this.videos.list(integration.credentialId, cursor);
      return { ...page, capturedAt: this.clock.now() };
    };
    return walkPages(read, from);
  }
}

/** After a cut, a killed run reads the last page again. */
function placeAfter(next: NextPage, place: RunPlace): RunPlace {
  if (next.kind === 'page') return { ...place, cursor: next.cursor };
  return next.kind === 'end' ? { ...place, phase: 'listed', cursor: undefined } : place;
}
