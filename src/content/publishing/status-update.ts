import { Injectable } from '@nestjs/common';
import { IntegrationsService } from '../../integrations/index.js';
import { TryLaterError } from '../../jobs/index.js';
import { PostingApi, PublishingApi, type PostStatus } from '../../tiktok/index.js';
import type { StatusUpdate } from '../post/publication-reducer.js';
import type { Publication } from '../post/publication.entity.js';
import { BusinessAccounts } from './targets/business-accounts.js';

/** Asks TikTok for a post's status, at the API that carries it. Both APIs answer nearly alike. */
@Injectable()
export class StatusReader {
  constructor(
    private readonly integrations: IntegrationsService,
    private readonly accounts: BusinessAccounts,
    private readonly posting: PostingApi,
    private readonly publishing: PublishingApi,
  ) {}

  /** @throws TryLaterError for an answer without a status, or TikTok's refusal */
  async read({ route, integrationId, tiktokPublishId }: Publication): Promise<PostStatus> {
    const publishId = tiktokPublishId ?? '';
    if (route === 'business') return await this.readBusiness(integrationId, publishId);
    const { credentialId } = await this.integrations.get(integrationId);
    return withStatus(await this.posting.status(credentialId, publishId));
  }

  private async readBusiness(integrationId: string, publishId: string): Promise<PostStatus> {
    const answer = await this.publishing.status(await this.accounts.of(integrationId), publishId);
    return withStatus({
      status: answer.status,
      ...(answer.reason !== undefined && { fail_reason: answer.reason }),
      publicaly_available_post_id: answer.post_ids ?? [],
    });
  }
}

/** @throws TryLaterError for an answer without a status, which must not count as an update */
function withStatus(answer: PostStatus): PostStatus {
  if (typeof answer.status === 'string' && answer.status) return answer;
  throw new TryLaterError('TikTok answered a status call without a status');
}

/** True if TikTok has all bytes of a post. */
export function hasAllBytes(answer: PostStatus, sizeBytes: number | null): boolean {
  const { status, uploaded_bytes: uploaded } = answer;
  return status !== 'PROCESSING_UPLOAD' || (uploaded !== undefined && uploaded === sizeBytes);
}

/** Reads a status answer. Ids may be numbers: the parser turns only long ones into text. */
export function updateFromStatus(answer: PostStatus): StatusUpdate {
  switch (answer.status) {
    case 'PUBLISH_COMPLETE':
      return { kind: 'complete', postIds: idsIn(answer.publicaly_available_post_id) };
    case 'SEND_TO_USER_INBOX':
      return { kind: 'in_inbox' };
    case 'FAILED':
      return { kind: 'failed', reason: reasonIn(answer.fail_reason) };
    case 'PROCESSING_UPLOAD':
    case 'PROCESSING_DOWNLOAD':
      return { kind: 'processing' };
    default:
      // TikTok may add statuses. An unknown one is no end.
      return { kind: 'processing' };
  }
}

/**
 * Reads a webhook event; undefined if it is not about a post. TikTok uses both spellings of "publicly".
 * @param content already parsed
 * @param at when it happened
 */
export function updateFromEvent(
  event: string,
  content: Record<string, unknown>,
  at: Date,
): StatusUpdate | undefined {
  const postIds = idsIn(content.post_id);
  switch (event) {
    case 'post.publish.complete':
      return { kind: 'complete', postIds: [] };
    case 'post.publish.inbox_delivered':
      return { kind: 'in_inbox' };
    case 'post.publish.failed':
      return { kind: 'failed', reason: reasonIn(content.reason) };
    case 'post.publish.publicly_available':
    case 'post.publish.publicaly_available':
      return { kind: 'public', postIds, at };
    case 'post.publish.no_longer_publicaly_available':
    case 'post.publish.no_longer_publicly_available':
      return { kind: 'no_longer_public', postIds, at };
    default:
      return undefined;
  }
}

function idsIn(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.map(String).filter((id) => /^\d+$/.test(id));
}

function reasonIn(value: unknown): string {
  const reason = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return reason || 'unknown';
}
