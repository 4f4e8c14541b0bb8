import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { withFormerNames } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import { IntegrationsService } from '../../integrations/index.js';
import { explainError } from '../../tiktok/index.js';
import { QuotaPlan } from '../quotas/quota-plan.js';
import { formatTime } from '../scheduling/time-zone.js';
import type { PublicationView, PublishAnswer } from './dto/publication.view.js';
import { Publication, videoOf, type PublicationStatus, type WaitsFor } from '../post/publication.entity.js';
import { STATUS_TEXT } from './status-text.js';

// TikTok reports these only with the whole file, even if it did not confirm each chunk.
const HAS_ALL_BYTES: ReadonlySet<PublicationStatus> = new Set(['published', 'public', 'in_inbox', 'removed']);

/** What a scheduled publication waits for, and until when. */
interface Waits {
  waitsFor: WaitsFor;
  goesAt: Date;
  message: string;
}

/** Facts from other rows. */
interface Related {
  retriedBy: Map<string, string>;
  usernames: Map<string, string | null>;
}

/** Builds the API's views of publications. */
@Injectable()
export class PublicationViews {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly integrations: IntegrationsService,
    private readonly quotas: QuotaPlan,
  ) {}

  async one(row: Publication): Promise<PublicationView> {
    return this.toView(row, await this.related([row]));
  }

  /** Keeps the order. @param rows with their media */
  async all(rows: Publication[]): Promise<PublicationView[]> {
    const related = await this.related(rows);
    return rows.map((row) => this.toView(row, related));
  }

  answer(row: Publication): PublishAnswer {
    const { id, status, publishAt, timeZone } = row;
    const waits = status === 'scheduled' ? this.waits(row) : undefined;
    return {
      publishId: id,
      status,
      publishAt,
      timeZone,
      goesAt: waits?.goesAt ?? null,
      waitsFor: waits?.waitsFor ?? null,
      ...(waits && { waits: waits.message }),
    };
  }

  private waits({ waitsFor, mode, publishAt, goesAt, timeZone }: Publication): Waits | undefined {
    if (waitsFor === 'publish_at' && publishAt)
      return {
        waitsFor,
        goesAt: publishAt,
        message: `Scheduled for ${formatTime(publishAt, timeZone)}.`,
      };
    if (waitsFor === null || waitsFor === 'publish_at' || !goesAt) return undefined;
    return { waitsFor, goesAt, message: this.quotas.message(waitsFor, mode, goesAt, timeZone) };
  }

  private toView(row: Publication, { retriedBy, usernames }: Related): PublicationView {
    const { integrationId, kind, mode, title, caption, privacyLevel, options, postIds } = row;
    const { allowComment, allowDuet, allowStitch, consentedBy, createdBy, retryOf } = row;
    return {
      ...this.answer(row),
      ...withFormerNames('PublicationView', { statusText: STATUS_TEXT[row.status] }),
      kind,
      mode,
      integrationId,
      title,
      caption,
      privacyLevel,
      allowComment,
      allowDuet,
      allowStitch,
      options,
      media: row.media.map(({ position, source, mediaType, sizeBytes, sha256, facts }) => ({
        position,
        source,
        mediaType,
        sizeBytes,
        sha256,
        facts,
      })),
      postIds,
      ...shareUrl(row, usernames.get(integrationId)),
      ...failureOf(row),
      ...progressOf(row),
      retryOf,
      retriedBy: retriedBy.get(row.id) ?? null,
      consentedAt: row.consentedAt,
      consentedBy,
      createdBy,
      createdAt: row.createdAt,
      updatedAt: row.updatedAt,
    };
  }

  private async related(rows: Publication[]): Promise<Related> {
    const retries = await this.orgContext.transaction((em) =>
      em
        .getRepository(Publication)
        .find({ where: { retryOf: In(rows.map(({ id }) => id)) }, select: { id: true, retryOf: true } }),
    );
    const posted = rows.filter(({ status }) => status === 'public');
    const ids = [...new Set(posted.map(({ integrationId }) => integrationId))];
    const accounts = ids.length > 0 ? await this.integrations.withIds(ids) : [];
    return {
      retriedBy: new Map(retries.map(({ id, retryOf }) => [retryOf ?? '', id])),
      usernames: new Map(accounts.map(({ id, username }) => [id, username])),
    };
  }
}

function shareUrl(
  { status, kind, postIds: [postId] }: Publication,
  username: string | null | undefined,
): Pick<PublicationView, 'shareUrl'> {
  if (status !== 'public' || postId === undefined || !username) return {};
  return { shareUrl: `https://www.tiktok.com/@${encodeURIComponent(username)}/${kind}/${postId}` };
}

function failureOf({
  failCode,
  failReason,
}: Publication): Pick<PublicationView, 'failCode' | 'failReason' | 'failure'> {
  if (failCode === null) return {};
  const { fixableBy, retry, link } = explainError('fail_reason', failCode);
  const failure = withFormerNames('FailureView', { fixableBy, retry, link });
  return { failCode, ...(failReason !== null && { failReason }), failure };
}

/** Only uploads from here have a progress: TikTok does not report how much it has fetched. */
function progressOf(row: Publication): Pick<PublicationView, 'progress'> {
  const totalBytes = row.kind === 'video' ? videoOf(row).sizeBytes : null;
  if (totalBytes === null) return {};
  const uploadedBytes = HAS_ALL_BYTES.has(row.status) ? totalBytes : row.uploadedBytes;
  return { progress: { uploadedBytes, totalBytes } };
}
