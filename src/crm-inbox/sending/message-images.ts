import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import {
  Clock,
  ConflictError,
  newId,
  NotFoundError,
  TooLargeError,
  UnsupportedMediaError,
} from '../../common/index.js';
import { OrgContext, queryRows } from '../../database/index.js';
import {
  MessageApi,
  TikTokApiError,
  toHttpError,
  type BusinessAccount,
  type ConversationType,
} from '../../tiktok/index.js';
import { noteThread, readThreads } from '../direct/direct-threads.js';
import type { DirectTarget } from './direct-target.js';
import { MessageAccounts } from './message-account.js';
import type { MessageImageView } from './dto/message-image.view.js';

const MAX_BYTES = 3_000_000;
// TikTok keeps it for 30 days. A message may wait for hours before it is sent.
const KEPT_DAYS = 29;
const DAY_MS = 86_400_000;
const WRONG_PARAMETER = '40002';

const FIND = `
  SELECT id, media_id AS "mediaId", expires_at AS "expiresAt" FROM message_images
  WHERE integration_id = $1 AND expires_at > $3 AND`;

const SAVE = `
  INSERT INTO message_images (id, organisation_id, integration_id, sha256, media_id, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (integration_id, sha256) DO UPDATE SET media_id = excluded.media_id, expires_at = excluded.expires_at
  RETURNING id, media_id AS "mediaId", expires_at AS "expiresAt"`;

interface ImageRow {
  id: string;
  mediaId: string;
  expiresAt: Date;
}

/** Uploads images to TikTok and remembers them while TikTok does. */
@Injectable()
export class MessageImages {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly accounts: MessageAccounts,
    private readonly messages: MessageApi,
    private readonly clock: Clock,
  ) {}

  /** The same bytes are uploaded once. @throws TooLargeError, UnsupportedMediaError, ConflictError */
  async upload({ integrationId }: DirectTarget, body: AsyncIterable<Buffer>): Promise<MessageImageView> {
    const bytes = await collect(body);
    const mediaType = mediaTypeOf(bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const known = await this.find(integrationId, 'sha256 = $2', sha256);
    if (known) return toView(known);
    const account = await this.accounts.of(integrationId);
    const file = {
      name: mediaType === 'image/png' ? 'image.png' : 'image.jpg',
      mediaType,
      sizeBytes: bytes.length,
      open: () => Readable.from([bytes]),
    };
    const expiresAt = new Date(this.clock.now().getTime() + KEPT_DAYS * DAY_MS);
    const mediaId = await this.messages.uploadImage(account, file).catch((error: unknown) => {
      throw toHttpError(error);
    });
    const row = [newId(), this.orgContext.organisationId, integrationId, sha256, mediaId, expiresAt];
    const [saved] = await this.orgContext.transaction((em) => queryRows<ImageRow>(em, SAVE, row));
    if (!saved) throw new Error('an image was not saved');
    return toView(saved);
  }

  /** @returns TikTok's id of an image @throws NotFoundError if it is unknown or expired */
  async mediaIdOf(integrationId: string, imageId: string): Promise<string> {
    const row = await this.find(integrationId, 'id = $2', imageId);
    if (!row)
      throw new NotFoundError(
        'unknown_image',
        'There is no such image, or TikTok no longer has it. Upload it.',
      );
    return row.mediaId;
  }

  /** @throws ConflictError if TikTok takes no images in this conversation, which depends on both sides' countries */
  async assertAllowed({ integrationId: id, threadKey: threadId }: DirectTarget): Promise<void> {
    const thread = (await this.orgContext.transaction((em) => readThreads(em, id, [threadId]))).get(threadId);
    const now = this.clock.now();
    const isFresh = (thread?.imagesCheckedAt?.getTime() ?? 0) > now.getTime() - DAY_MS;
    const images = isFresh
      ? (thread?.images ?? null)
      : await this.ask(id, threadId, thread?.isRequest ?? null);
    if (images === false) throw new ConflictError('images_unavailable', UNAVAILABLE);
  }

  private async ask(id: string, threadId: string, isRequest: boolean | null): Promise<boolean | null> {
    const account = await this.accounts.of(id);
    const images = await this.askAs(account, threadId, isRequest).catch((error: unknown) => {
      throw toHttpError(error);
    });
    const { organisationId } = this.orgContext;
    await this.orgContext.transaction((em) =>
      noteThread(em, { id, organisationId }, { threadId, images, imagesCheckedAt: this.clock.now() }),
    );
    return images;
  }

  /** TikTok wants to know whether it is a request. Until a list has said so, the other kind may be right. */
  private async askAs(
    account: BusinessAccount,
    threadId: string,
    isRequest: boolean | null,
  ): Promise<boolean | null> {
    const [first, second]: [ConversationType, ConversationType] =
      isRequest === true ? ['STRANGER', 'SINGLE'] : ['SINGLE', 'STRANGER'];
    try {
      return (await this.messages.canSendImages(account, threadId, first)) ?? null;
    } catch (error) {
      if (!(error instanceof TikTokApiError) || error.code !== WRONG_PARAMETER) throw error;
      return (await this.messages.canSendImages(account, threadId, second)) ?? null;
    }
  }

  private async find(integrationId: string, which: string, value: string): Promise<ImageRow | undefined> {
    const params = [integrationId, value, this.clock.now()];
    return (
      await this.orgContext.transaction((em) => queryRows<ImageRow>(em, `${FIND} ${which}`, params))
    )[0];
  }
}

async function collect(body: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > MAX_BYTES)
      throw new TooLargeError('image_too_large', 'TikTok accepts images of up to 3 MB. Send a smaller one.');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function mediaTypeOf(bytes: Buffer): 'image/png' | 'image/jpeg' {
  if (bytes.subarray(0, 4).equals(PNG)) return 'image/png';
  if (bytes.subarray(0, 3).equals(JPEG)) return 'image/jpeg';
  throw new UnsupportedMediaError(
    'image_unsupported',
    'TikTok accepts JPG and PNG images. Send one of these.',
  );
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);

function toView({ id, expiresAt }: ImageRow): MessageImageView {
  return { id, expiresAt };
}

const UNAVAILABLE =
  'TikTok takes no images in this conversation: the country of one side does not allow them. Send a text instead.';
