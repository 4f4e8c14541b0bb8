import { Injectable } from '@nestjs/common';
import { Clock } from '../common/index.js';
import { updateFromEvent } from '../content/index.js';
import { OrgContext } from '../database/index.js';
import type { IntegrationRef } from '../integrations/index.js';
import { AskedVideos } from './schedule/asked-videos.js';
import { NOT_PUBLIC } from './kinds/videos/gone-reasons.js';
import { SyncService } from './sync.service.js';

// TikTok's times are whole seconds.
const SECOND_MS = 1_000;

// A video that was read after the event is public again. A reason that a sync has not found is added.
const MARK_GONE = `
  UPDATE social_activity SET gone_at = coalesce(gone_at, $3), checked_at = NULL, gone_reason = '${NOT_PUBLIC}'
  WHERE integration_id = $1 AND video_id = ANY($2) AND captured_at < $4`;

/** Follows what TikTok's webhooks say about posts, before the next sync would find it out. */
@Injectable()
export class VideoEvents {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly asked: AskedVideos,
    private readonly sync: SyncService,
    private readonly clock: Clock,
  ) {}

  /**
   * Hides a video that is no longer public, or asks for one that is public, and reads the account's videos soon. Safe to repeat.
   * @param content already parsed. @param at when it happened, by TikTok's clock
   * @returns true if the event is about the visibility of a post
   */
  async accept(
    recipients: readonly IntegrationRef[],
    event: string,
    content: Record<string, unknown>,
    at: Date,
  ): Promise<boolean> {
    const update = updateFromEvent(event, content, at);
    if (update?.kind !== 'public' && update?.kind !== 'no_longer_public') return false;
    const isPublic = update.kind === 'public';
    for (const { id, organisationId } of recipients) {
      await this.orgContext.run(organisationId, 'webhook of a video', async () => {
        if (isPublic) await this.asked.add(id, update.postIds);
        else await this.markGone(id, update.postIds, at);
        await this.sync.refreshSoon(id);
      });
    }
    return true;
  }

  /** Reads the videos of accounts soon, because there is a new one. */
  async posted(recipients: readonly IntegrationRef[]): Promise<void> {
    for (const { id, organisationId } of recipients)
      await this.orgContext.run(organisationId, 'webhook of a video', () => this.sync.refreshSoon(id));
  }

  private async markGone(integrationId: string, ids: readonly string[], at: Date): Promise<void> {
    if (ids.length === 0) return;
    const seenBefore = new Date(at.getTime() + SECOND_MS);
    await this.orgContext.transaction((em) =>
      em.query(MARK_GONE, [integrationId, ids, this.clock.now(), seenBefore]),
    );
  }
}
