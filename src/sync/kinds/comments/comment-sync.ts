import { Injectable } from '@nestjs/common';
import { Clock } from '../../../common/index.js';
import { AppConfig } from '../../../config/index.js';
import { ConversationWriter, KnownComments, type MessageFact } from '../../../crm-inbox/index.js';
import { ErrorExplainer, type BusinessAccount } from '../../../tiktok/index.js';
import { nextTurn } from '../../policy/cadence.js';
import { SyncPolicies } from '../../policy/sync-policies.js';
import { SyncsKind, type KindResult, type KindRun } from '../../runs/syncs-kind.js';
import { warnOfRefusedVideo } from '../refused-item.js';
import { BarrenPages } from '../videos/barren-pages.js';
import { CommentPages, type KeepFacts } from './comment-pages.js';
import { commentPlaceText, readCommentPlace, type CommentPlace } from './comment-place.js';
import { CommentRefresh } from './comment-refresh.js';
import { CommentVideos, type CommentedVideo } from './comment-videos.js';

// A new account is connected: its videos are listed at the same time.
const WITHOUT_VIDEOS_MS = 2 * 60_000;

/**
 * Fetches comments on an account's videos, the newest videos first, then older comments again. Continues where a killed run
 * stopped.
 */
@Injectable()
export class CommentSync {
  constructor(
    private readonly config: AppConfig,
    private readonly pages: CommentPages,
    private readonly videos: CommentVideos,
    private readonly refresh: CommentRefresh,
    private readonly writer: ConversationWriter,
    private readonly known: KnownComments,
    private readonly policies: SyncPolicies,
    private readonly errors: ErrorExplainer,
    private readonly clock: Clock,
  ) {}

  @SyncsKind('comments')
  async run(kindRun: KindRun): Promise<KindResult> {
    const { run, integration } = kindRun;
    const { account } = integration.consents;
    if (!account) throw new Error('a run of comments began without the consent for them');
    const business = { credentialId: account.credentialId, businessId: account.subject };
    const start = readCommentPlace(run.cursor);
    let complete = true;
    for (let video = await this.videos.next(run); video; video = await this.videos.next(run)) {
      const from = start?.videoId === video.id ? start : { videoId: video.id, cursor: 0, found: 0 };
      const ended = await this.readVideo(kindRun, business, video, from);
      complete &&= ended;
    }
    await this.refresh.run(kindRun, business);
    return { complete, nextDueAt: await this.nextDueAt(kindRun) };
  }

  /** @returns false when TikTok cut the list short */
  private async readVideo(
    kindRun: KindRun,
    account: BusinessAccount,
    video: CommentedVideo,
    from: CommentPlace,
  ): Promise<boolean> {
    try {
      return await this.walk(kindRun, account, video, from);
    } catch (error) {
      warnOfRefusedVideo(kindRun.progress, this.errors, video.id, error);
      await this.finish(kindRun, video);
      return true;
    }
  }

  private async walk(
    kindRun: KindRun,
    account: BusinessAccount,
    video: CommentedVideo,
    from: CommentPlace,
  ): Promise<boolean> {
    const { run, integration, progress, claim } = kindRun;
    const barren = new BarrenPages();
    let { cursor, found, replies } = from;
    for (;;) {
      let kept = 0;
      const keep: KeepFacts = async (facts, isNew, at) => {
        [found, kept] = [found + isNew, kept + isNew];
        progress.count({ stored: isNew, skipped: 0 });
        const place = commentPlaceText({ videoId: video.id, cursor, found, replies: at });
        await progress.save(place, async (em) => void (await this.writer.apply(em, integration, facts)));
        claim.signal.throwIfAborted();
      };
      const target = { integrationId: integration.id, videoId: video.id, cursor, replies };
      const page = await this.pages.read(account, target, keep);
      replies = undefined;
      found += page.found;
      progress.count({ stored: page.found, skipped: page.skipped });
      const { next } = page;
      const isEnd = next.kind !== 'page' || isCaughtUp(video, page.found + kept, found);
      const isCut = next.kind === 'cut' || (!isEnd && barren.endAfter(page.facts.map(({ id }) => id)));
      const place = { videoId: video.id, cursor: next.kind === 'page' ? next.cursor : cursor, found };
      await progress.save(commentPlaceText(place), async (em) => {
        await this.writer.apply(em, integration, page.facts);
        await this.known.note(em, integration.id, rootsOf(page.facts), this.clock.now());
        if (!isEnd && !isCut) return;
        // A list that stays short would be read forever: what brings nothing new counts as its end.
        await this.videos.done(em, run, video, { at: this.clock.now(), toEnd: !isCut || found === 0 });
      });
      claim.signal.throwIfAborted();
      if (isCut) return false;
      if (isEnd || next.kind !== 'page') return true;
      cursor = next.cursor;
    }
  }

  private finish(kindRun: KindRun, video: CommentedVideo): Promise<void> {
    return kindRun.progress.save(null, (em) =>
      this.videos.done(em, kindRun.run, video, { at: this.clock.now(), toEnd: true }),
    );
  }

  private async nextDueAt({ run }: KindRun): Promise<Date> {
    const now = this.clock.now();
    if (!(await this.videos.hasAny(run.integrationId))) return new Date(now.getTime() + WITHOUT_VIDEOS_MS);
    const hours = (await this.policies.find())?.policy.commentsEveryHours;
    const minutes = hours ? hours * 60 : this.config.sync.commentsEveryMinutes;
    return nextTurn(now, minutes, run.integrationId);
  }
}

function rootsOf(facts: readonly MessageFact[]): string[] {
  return facts.flatMap(({ type, id }) => (type === 'comment' ? [id] : []));
}

/**
 * True if the rest of the list is known: the page shows nothing new, and as many new comments were found as the counter
 * has risen by. The first reading goes to the end.
 */
function isCaughtUp({ wasRead, comments, counted }: CommentedVideo, onPage: number, found: number): boolean {
  if (!wasRead || onPage > 0) return false;
  return found >= (comments ?? 0) - (counted ?? 0);
}
