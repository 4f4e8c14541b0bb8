import { Injectable, Logger } from '@nestjs/common';
import { Clock, messageOf, type Page } from '../../common/index.js';
import { AdAccountAccess, callerOf, type AdAccountRef } from '../../integrations/index.js';
import {
  explainError,
  isTransient,
  MAX_SPARK_POSTS,
  outcomeUnknown,
  SparkApi,
  TikTokApiError,
  toHttpError,
  type AdCaller,
  type Priority,
  type SparkPost,
} from '../../tiktok/index.js';
import type { AuthorizePostDto, SparkPostsQuery } from './dto/spark-post.dto.js';
import { toSparkPostView, type SparkPostView } from './dto/spark-post.view.js';
import { sparkFacts } from './spark-facts.js';
import { SparkPostStore } from './spark-post.store.js';
import type { SparkPostRow } from './spark-post.entity.js';

/** Authorises creators' posts for ad accounts. */
@Injectable()
export class SparkService {
  private readonly logger = new Logger(SparkService.name);

  constructor(
    private readonly access: AdAccountAccess,
    private readonly api: SparkApi,
    private readonly store: SparkPostStore,
    private readonly clock: Clock,
  ) {}

  /** The same code again answers the same post. @throws DomainError with TikTok's refusal */
  async authorize({ accountId, authCode }: AuthorizePostDto, userId: string): Promise<SparkPostView> {
    const account = await this.access.find(accountId);
    const caller = callerOf(account, 'interactive');
    const { row, isNew } = await this.store.intend(account, authCode, userId);
    if (row.status === 'authorized') return this.view(row);
    try {
      // An earlier attempt may have succeeded without an answer.
      const known = isNew ? undefined : await this.find(caller, authCode);
      if (!known) await this.api.authorize(caller, authCode);
      const post = known ?? (await this.api.info(caller, authCode));
      return this.view(await this.authorized(row, post));
    } catch (error) {
      await this.note(row, error);
      throw toHttpError(error);
    }
  }

  /** Lists them as TikTok does now; if TikTok does not answer, as it did last. */
  async page(query: SparkPostsQuery): Promise<Page<SparkPostView>> {
    const account = await this.access.find(query.accountId);
    // Later pages continue the list that the first one has read.
    if (query.cursor === undefined) {
      try {
        await this.refresh(account, 'interactive');
      } catch (error) {
        if (!isTransient(error)) throw toHttpError(error);
        this.logger.warn(`TikTok did not list the authorised posts: ${messageOf(error)}`);
      }
    }
    return await this.store.page(query);
  }

  /** Takes over what TikTok lists for the account. @throws TikTokError */
  async refresh(account: AdAccountRef, priority: Priority): Promise<void> {
    const posts = await this.api.list(callerOf(account, priority));
    const listed = posts.map((post) => ({ code: codeOf(post), facts: sparkFacts(post) }));
    await this.store.adopt(account, listed, posts.length < MAX_SPARK_POSTS);
  }

  /** Gives the authorisation up. Ads with the post stop. */
  async unbind(id: string): Promise<SparkPostView> {
    const row = await this.store.get(id);
    const caller = callerOf(await this.access.find(row.accountId), 'interactive');
    if (row.itemId !== null && row.status === 'authorized') {
      try {
        await this.api.unbind(caller, row.itemId);
      } catch (error) {
        if (!isGone(error)) throw toHttpError(error);
      }
    }
    return this.view(await this.store.change(id, { status: 'unbound' }));
  }

  private async find(caller: AdCaller, authCode: string): Promise<SparkPost | undefined> {
    try {
      return await this.api.info(caller, authCode);
    } catch (error) {
      if (error instanceof TikTokApiError && !isTransient(error)) return undefined;
      throw error;
    }
  }

  private async authorized({ id }: SparkPostRow, post: SparkPost): Promise<SparkPostRow> {
    const facts = sparkFacts(post);
    return await this.store.change(id, { ...facts, status: 'authorized', failCode: null, failReason: null });
  }

  /** Without an answer the row stays as it is, so that the code can be sent again. */
  private async note({ id }: SparkPostRow, error: unknown): Promise<void> {
    if (outcomeUnknown(error) || isTransient(error)) {
      await this.store.change(id, { status: 'authorizing' });
      return;
    }
    if (!(error instanceof TikTokApiError)) return;
    const { message } = explainError(error.family, error.code, error.tiktokMessage);
    await this.store.change(id, { status: 'failed', failCode: error.code, failReason: message });
  }

  private view(row: SparkPostRow): SparkPostView {
    return toSparkPostView(row, this.clock.now());
  }
}

/** Posts that were authorised without a visible code are recognised by their id. */
function codeOf({ item_info: item }: SparkPost): string {
  return item?.auth_code || `post ${item?.item_id ?? ''}`;
}

/** TikTok no longer knows the authorisation. */
function isGone(error: unknown): boolean {
  return error instanceof TikTokApiError && error.code === '40007';
}
