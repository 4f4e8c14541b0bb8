import { Injectable } from '@nestjs/common';
import { Clock } from '../../../common/index.js';
import { ConversationWriter, KnownComments, type MessageFact } from '../../../crm-inbox/index.js';
import { ErrorExplainer, type BusinessAccount } from '../../../tiktok/index.js';
import type { KindRun } from '../../runs/syncs-kind.js';
import { warnOfRefusedVideo } from '../refused-item.js';
import { CommentPages } from './comment-pages.js';
import { CommentVideos, type StaleComment } from './comment-videos.js';

// Beside the calls for new comments, which come first.
const MAX_CALLS = 20;
// As many as TikTok takes in one call.
const MAX_IDS = 30;

interface Question {
  videoId: string;
  ids: string[];
}

/**
 * Asks again for comments that no list has shown for a day, so that names, likes and the links of pictures, which expire, stay
 * fresh. Each is noted when it was asked for: a killed run continues with the others.
 */
@Injectable()
export class CommentRefresh {
  constructor(
    private readonly pages: CommentPages,
    private readonly videos: CommentVideos,
    private readonly known: KnownComments,
    private readonly writer: ConversationWriter,
    private readonly errors: ErrorExplainer,
    private readonly clock: Clock,
  ) {}

  async run(kindRun: KindRun, account: BusinessAccount): Promise<void> {
    const { run, integration, progress, claim } = kindRun;
    let calls = readRefreshPlace(run.cursor);
    const stale = await this.videos.stale(integration.id, this.clock.now(), (MAX_CALLS - calls) * MAX_IDS);
    for (const question of questionsOf(stale).slice(0, MAX_CALLS - calls)) {
      const at = this.clock.now();
      const facts = await this.ask(kindRun, account, question);
      calls += 1;
      await progress.save(`${PLACE}${calls}`, async (em) => {
        await this.writer.apply(em, integration, facts);
        await this.known.note(em, integration.id, question.ids, at);
      });
      claim.signal.throwIfAborted();
    }
  }

  private async ask(
    kindRun: KindRun,
    account: BusinessAccount,
    { videoId, ids }: Question,
  ): Promise<MessageFact[]> {
    try {
      return await this.pages.again(account, { integrationId: kindRun.integration.id, videoId, ids });
    } catch (error) {
      warnOfRefusedVideo(kindRun.progress, this.errors, videoId, error);
      return [];
    }
  }
}

const PLACE = 'asked:';

/** How many calls a run has made before it was interrupted. */
function readRefreshPlace(cursor: string | null): number {
  return cursor?.startsWith(PLACE) ? Number(cursor.slice(PLACE.length)) : 0;
}

/** TikTok takes the comments of one video in a call. */
function questionsOf(stale: readonly StaleComment[]): Question[] {
  const questions: Question[] = [];
  const open = new Map<string, Question>();
  for (const { videoId, id } of stale) {
    const question = open.get(videoId);
    if (question && question.ids.length < MAX_IDS) question.ids.push(id);
    else {
      const next = { videoId, ids: [id] };
      open.set(videoId, next);
      questions.push(next);
    }
  }
  return questions;
}
