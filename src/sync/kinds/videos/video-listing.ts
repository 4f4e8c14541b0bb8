import { Injectable } from '@nestjs/common';
import { Clock, oneAhead } from '../../../common/index.js';
import type { SyncPolicy } from '../../../config/index.js';
import { VideoApi, walkPages, type NextPage } from '../../../tiktok/index.js';
import type { KindRun } from '../../runs/syncs-kind.js';
import { BarrenPages } from './barren-pages.js';
import { KnownVideos } from './known-videos.js';
import { PLACES } from './run-place.js';
import type { VideoWriter } from './video-writer.js';

/** How a listing ended. */
export interface Listed {
  /** False when TikTok cut it short. */
  ended: boolean;
  /** The number of listed videos without an id: each may be any video. */
  unnamed: number;
}

/** Reads an account's list of videos page by page. */
@Injectable()
export class VideoListing {
  constructor(
    private readonly videos: VideoApi,
    private readonly known: KnownVideos,
    private readonly clock: Clock,
  ) {}

  /** Reads everything that TikTok lists. @param from undefined for the newest page */
  async listAll(kindRun: KindRun, writer: VideoWriter, from: string | undefined): Promise<Listed> {
    const pages = new BarrenPages();
    let listed: Listed = { ended: false, unnamed: 0 };
    let cursor = from ?? null;
    for await (const { page, next } of oneAhead(this.walk(kindRun, from))) {
      cursor = placeAfter(next, cursor);
      const { ids, unnamed } = await writer.add({ ...page, place: cursor });
      listed = { ended: next.kind === 'end', unnamed: listed.unnamed + unnamed };
      kindRun.claim.signal.throwIfAborted();
      if (pages.endAfter(ids)) break;
    }
    return listed;
  }

  /** Reads the newest pages until one has known videos only. @returns false when TikTok cut the list short */
  async discover(kindRun: KindRun, writer: VideoWriter, policy: SyncPolicy): Promise<boolean> {
    const pages = new BarrenPages();
    const { run, integration } = kindRun;
    for await (const { page, next } of this.walk(kindRun, undefined)) {
      const { videos, capturedAt } = page;
      const { isKnown, use } = await this.known.among(integration.id, videos, policy, capturedAt);
      const { ids } = await writer.add({ videos, capturedAt, place: run.cursor, use });
      kindRun.claim.signal.throwIfAborted();
      if (next.kind === 'end') return true;
      if (ids.length > 0 && ids.every(isKnown)) return true;
      if (pages.endAfter(ids)) return false;
    }
    return false;
  }

  private walk({ integration }: KindRun, from: string | undefined) {
    const read = async (cursor: string | undefined) => {
      const page = await this.videos.list(integration.credentialId, cursor);
      return { ...page, videos: page.videos, capturedAt: this.clock.now() };
    };
    return walkPages(read, from);
  }
}

/** After a cut, a killed run reads the last page again. */
function placeAfter(next: NextPage, cursor: string | null): string | null {
  if (next.kind === 'page') return next.cursor;
  return next.kind === 'end' ? PLACES.listed : cursor;
}
