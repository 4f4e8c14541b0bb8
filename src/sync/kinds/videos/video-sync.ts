import { Injectable } from '@nestjs/common';
import { Clock } from '../../../common/index.js';
import { VideoApi, walkPages } from '../../../tiktok/index.js';
import { SocialActivity } from '../../activity/social-activity.js';
import { SyncsKind, type KindResult, type KindRun } from '../../runs/syncs-kind.js';
import { GoneVideos } from './gone-videos.js';

/** Fetches an account's list of videos page by page. Continues where a killed run stopped. */
@Injectable()
export class VideoSync {
  constructor(
    private readonly videos: VideoApi,
    private readonly activity: SocialActivity,
    private readonly gone: GoneVideos,
    private readonly clock: Clock,
  ) {}

  @SyncsKind('videos')
  async run({ run, integration, claim, progress }: KindRun): Promise<KindResult> {
    const read = (cursor: string | undefined) => this.videos.list(integration.credentialId, cursor);
    let ended = false;
    // In a resumed run, any of the previously skipped videos may have lacked an id.
    let unnamedVideos = progress.skipped;
    for await (const { page, next } of walkPages(read, run.cursor ?? undefined)) {
      const { stored, skipped, unnamed } = await this.activity.store(
        integration,
        page.videos,
        this.clock.now(),
        run.id,
      );
      progress.count({ stored, skipped });
      unnamedVideos += unnamed;
      ended = next.kind === 'end';
      if (next.kind === 'page') await progress.save(next.cursor);
      claim.signal.throwIfAborted();
    }
    if (ended) await this.gone.mark(run, integration, claim, unnamedVideos);
    return { complete: ended, nextDueAt: null };
  }
}
