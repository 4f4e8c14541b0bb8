import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, DomainError, newId } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { OrgContext, queryRows } from '../../database/index.js';
import { IntegrationsService, stepFailure } from '../../integrations/index.js';
import { outcomeOf, WorkHandler, type Claim } from '../../jobs/index.js';
import { isTransient, MessageMediaApi, TikTokApiError } from '../../tiktok/index.js';
import { ConversationChanges } from '../stream/conversation-changes.js';
import type { MediaStatus } from './dto/message-media.view.js';
import { fileTypeOf, pictureSize } from './file-type.js';
import { MediaQuota } from './media-quota.js';
import { MediaStore } from './media-store.js';

// TikTok keeps media longer than these attempts take.
const PAUSES_S = [5, 30, 120, 600, 3_600, 4 * 3_600, 12 * 3_600, 24 * 3_600];

const FIND = `
  SELECT x.integration_id AS "integrationId", x.media_id AS "mediaId", m.comment_id AS "messageId", m.type,
    m.conversation_id AS "conversationId", c.thread_key AS "threadKey"
  FROM message_media x JOIN messages m ON m.id = x.message_id JOIN conversations c ON c.id = m.conversation_id
  WHERE x.id = $1 AND x.status = 'pending'`;
const SETTLE = `
  UPDATE message_media SET status = $2, file = $3, media_type = $4, bytes = $5, width = $6, height = $7,
    stored_at = $8, due_at = NULL
  WHERE id = $1 AND status = 'pending' RETURNING id`;
const GIVE_UP = `
  UPDATE message_media SET status = $2, file = NULL, media_type = NULL, bytes = NULL, width = NULL, height = NULL,
    stored_at = NULL
  WHERE id = $1`;

interface Ordered {
  integrationId: string;
  mediaId: string;
  messageId: string;
  type: string;
  conversationId: string;
  threadKey: string;
}

/** What became of a download. */
interface Fetched {
  status: MediaStatus;
  file?: string;
  mediaType?: string;
  bytes?: number;
  width?: number;
  height?: number;
}

const NO_ROOM: Fetched = { status: 'storage_full' };

/** Copies pictures and videos of direct messages, before TikTok's links expire. */
@Injectable()
export class MediaWorker {
  constructor(
    private readonly config: AppConfig,
    private readonly orgContext: OrgContext,
    private readonly integrations: IntegrationsService,
    private readonly api: MessageMediaApi,
    private readonly store: MediaStore,
    private readonly quota: MediaQuota,
    private readonly changes: ConversationChanges,
    private readonly clock: Clock,
  ) {}

  @WorkHandler('crm-media')
  async handle(claim: Claim): Promise<void> {
    const [media] = await this.orgContext.transaction((em) => queryRows<Ordered>(em, FIND, [claim.id]));
    if (!media) return;
    try {
      const hasRoom = await this.quota.hasRoom();
      const fetched = hasRoom ? await this.fetch(media, claim.signal) : NO_ROOM;
      await claim.assertHeld();
      await this.settle(claim.id, media, fetched);
    } catch (error) {
      const outcome = outcomeOf(failureOf(error), claim, {
        pauseAfter: (attempts) => PAUSES_S[attempts - 1],
      });
      if (outcome.kind === 'stop' || outcome.kind === 'retry') throw outcome.error;
      await this.settle(claim.id, media, { status: 'unavailable' });
    }
  }

  private async fetch(media: Ordered, signal: AbortSignal): Promise<Fetched> {
    const integration = await this.integrations.load(media.integrationId);
    integration.assertCan('read_messages');
    const { account } = integration.consents;
    if (!account) throw new Error('an account that can read messages has no consent');
    const bytes = await this.api.download(
      { credentialId: account.credentialId, businessId: account.subject },
      {
        conversationId: media.threadKey,
        messageId: media.messageId,
        mediaId: media.mediaId,
        type: media.type === 'video' ? 'VIDEO' : 'IMAGE',
      },
      { maxBytes: this.config.messages.media.maxBytes, signal },
    );
    if (!bytes) return { status: 'too_large' };
    const type = fileTypeOf(bytes);
    if (!type) return { status: 'unavailable' };
    const size = type.kind === 'image' ? await pictureSize(bytes) : undefined;
    const file = newId();
    await this.store.write(file, [bytes]);
    return { status: 'available', file, mediaType: type.mediaType, bytes: bytes.length, ...size };
  }

  private async settle(id: string, media: Ordered, fetched: Fetched): Promise<void> {
    const kept = await this.orgContext.transaction(async (em) => {
      const stored = await this.write(em, id, fetched);
      if (!stored) return false;
      if (stored.status === 'storage_full') await this.quota.reportFull(em);
      const { organisationId } = this.orgContext;
      const updated = [media.conversationId];
      await this.changes.publish(em, { organisationId, created: [], updated, messages: [] });
      return stored === fetched;
    });
    if (!kept && fetched.file !== undefined) await this.store.remove(fetched.file);
  }

  /**
   * The message may have been erased in the meantime. Then nothing of it is kept. Downloads at the same time may have taken the
   * room of this one.
   * @returns what is stored
   */
  private async write(em: EntityManager, id: string, fetched: Fetched): Promise<Fetched | undefined> {
    const { status, file = null, mediaType = null, bytes = null, width = null, height = null } = fetched;
    const storedAt = file === null ? null : this.clock.now();
    const set = [id, status, file, mediaType, bytes, width, height, storedAt];
    if ((await queryRows(em, SETTLE, set)).length === 0) return undefined;
    if (file === null || !(await this.quota.isExceeded(em))) return fetched;
    await em.query(GIVE_UP, [id, NO_ROOM.status]);
    return NO_ROOM;
  }
}

/** A refusal of TikTok is final. An account that cannot be read now may be connected again. */
function failureOf(error: unknown) {
  const failure = stepFailure(error);
  if (failure.error !== error) return failure;
  const isFinal = error instanceof TikTokApiError && !isTransient(error);
  return { error, rejected: isFinal, retryable: isTransient(error) || error instanceof DomainError };
}
