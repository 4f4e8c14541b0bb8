import { Injectable } from '@nestjs/common';
import { IntegrationsService } from '../../integrations/index.js';
import { TryLaterError } from '../../jobs/index.js';
import { PostingApi, PublishingApi, type PostStatus, type PrivacyLevel } from '../../tiktok/index.js';
import type { StatusUpdate } from '../post/publication-reducer.js';
import type { Publication, PublicationStatus } from '../post/publication.entity.js';
import { BusinessAccounts } from './targets/business-accounts.js';

const FIRST_SECONDS = 1;
const GROWTH = 1.5;
const MAX_SECONDS = 60;
/** TikTok's moderation can take hours. After a day only a webhook can still report something. */
const POLL_FOR_HOURS = 24;
// TikTok may list an unknown post hours later. Its users were notified at once.
const UNKNOWN = { firstSeconds: 30, maxSeconds: 30 * 60, forHours: 48 };
// The creator may post a draft at any time. A webhook usually reports it.
const IN_INBOX = { firstSeconds: FIRST_SECONDS, maxSeconds: 30 * 60, forHours: POLL_FOR_HOURS };
const USUAL = { firstSeconds: FIRST_SECONDS, maxSeconds: MAX_SECONDS, forHours: POLL_FOR_HOURS };

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

/** Reads a status answer. */
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

/** Reads post ids. They may be numbers: the parser turns only long ones into text. */
export function idsIn(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.map(String).filter((id) => /^\d+$/.test(id));
}

/** Reads the reason of a failure. */
export function reasonIn(value: unknown): string {
  const reason = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return reason || 'unknown';
}

/**
 * Returns the seconds until the next poll, or undefined for none. The pause grows: TikTok allows 30 polls a minute per token.
 * @param post with `polls`, the number of polls so far
 */
export function nextPollSeconds(
  post: { status: PublicationStatus; privacyLevel: PrivacyLevel | null; transferredAt: Date; polls: number },
  now: Date,
): number | undefined {
  const openEnd =
    post.status === 'unknown' ||
    post.status === 'processing' ||
    post.status === 'in_inbox' ||
    (post.status === 'published' && post.privacyLevel === 'PUBLIC_TO_EVERYONE');
  if (!openEnd) return undefined;
  const { firstSeconds, maxSeconds, forHours } = paceOf(post.status);
  if (now.getTime() - post.transferredAt.getTime() > forHours * 3_600_000) return undefined;
  return Math.min(firstSeconds * GROWTH ** post.polls, maxSeconds);
}

function paceOf(status: PublicationStatus): typeof USUAL {
  if (status === 'unknown') return UNKNOWN;
  return status === 'in_inbox' ? IN_INBOX : USUAL;
}

/** Returns the same for a publication; without a transfer, its day starts at init. */
export function pollSecondsOf(publication: Publication, now: Date): number | undefined {
  const transferredAt = publication.transferredAt ?? publication.initSentAt;
  return transferredAt ? nextPollSeconds({ ...publication, transferredAt }, now) : undefined;
}
