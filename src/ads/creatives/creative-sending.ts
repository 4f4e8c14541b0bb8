import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { NotYetError, TryLaterError, type Claim } from '../../jobs/index.js';
import {
  AdFileApi,
  MIN_CHUNKED_BYTES,
  outcomeUnknown,
  TikTokApiError,
  type AdCaller,
  type AdFileSource,
} from '../../tiktok/index.js';
import type { AdCreative } from './ad-creative.entity.js';
import { CreativeChunks } from './creative-chunks.js';
import { CreativeStaging } from './creative-staging.js';
import { CreativeStore } from './creative-store.js';
import { CreativeRefusedError } from './creative-refused.error.js';
import { fileNameOf } from './file-name.js';

// How long the same file's other upload, or TikTok's search, is left alone before the next look.
const LOOK_AGAIN_SECONDS = 3;
// A call that was cut off may still be at work at TikTok, which itself gives up after 10 s.
const SETTLED_AFTER_MS = 15_000;
const NAME_TAKEN = '40911';
/** What some uploads answer instead of an id when they failed. */
const FAILED_ID = 'None';

/** Sends a staged file to its ad account, once. */
@Injectable()
export class CreativeSending {
  constructor(
    private readonly api: AdFileApi,
    private readonly chunks: CreativeChunks,
    private readonly store: CreativeStore,
    private readonly staging: CreativeStaging,
    private readonly clock: Clock,
  ) {}

  /** Afterwards the creative is `processing`, or a copy of one that is ready. */
  async run(caller: AdCaller, creative: AdCreative, claim: Claim): Promise<void> {
    if (creative.sentAt) return await this.settle(caller, creative, claim);
    if (await this.isCopied(creative)) return;
    await this.send(caller, creative, claim);
  }

  /** Looks for a file whose upload was not confirmed. Only when it is certainly not there is it sent again. */
  private async settle(caller: AdCaller, creative: AdCreative, claim: Claim): Promise<void> {
    const found = await this.lookUp(caller, creative);
    if (found) return await this.received(creative, found);
    const age = this.clock.now().getTime() - (creative.sentAt?.getTime() ?? 0);
    if (age < SETTLED_AFTER_MS)
      throw new NotYetError(
        'TikTok has not confirmed the upload, and does not show it yet',
        LOOK_AGAIN_SECONDS,
      );
    await this.send(caller, creative, claim);
  }

  private async send(caller: AdCaller, creative: AdCreative, claim: Claim): Promise<void> {
    if (!creative.stagedFile || !(await this.staging.has(creative.stagedFile)))
      throw new CreativeRefusedError('creative_file_missing');
    const source = await this.sourceOf(caller, creative, claim.signal);
    await claim.assertHeld();
    // From here until the answer, a crash leaves the outcome unknown.
    await this.store.change(creative.id, { sentAt: this.clock.now() });
    await this.received(creative, await this.answerTo(caller, creative, source));
  }

  /** @returns the id at TikTok */
  private async answerTo(caller: AdCaller, creative: AdCreative, source: AdFileSource): Promise<string> {
    try {
      const id = await this.upload(caller, creative, source);
      if (id) return id;
      throw new TryLaterError('TikTok accepted the upload without an id', LOOK_AGAIN_SECONDS);
    } catch (error) {
      if (error instanceof TryLaterError) throw error;
      if (outcomeUnknown(error))
        throw new TryLaterError('TikTok did not confirm the upload', LOOK_AGAIN_SECONDS, { cause: error });
      // The name has our id in it, so the file with that name is this one.
      if (error instanceof TikTokApiError && error.code === NAME_TAKEN) {
        const found = await this.lookUp(caller, creative);
        if (found) return found;
        throw new TryLaterError('TikTok has the file, but does not show it yet', LOOK_AGAIN_SECONDS);
      }
      await this.store.change(creative.id, { sentAt: null });
      throw error;
    }
  }

  private async upload(
    caller: AdCaller,
    creative: AdCreative,
    source: AdFileSource,
  ): Promise<string | undefined> {
    const name = fileNameOf(creative);
    if (creative.kind === 'video') return idOf((await this.api.uploadVideo(caller, name, source)).video_id);
    return idOf((await this.api.uploadImage(caller, name, source)).image_id);
  }

  private async lookUp(caller: AdCaller, creative: AdCreative): Promise<string | undefined> {
    const name = fileNameOf(creative);
    if (creative.kind === 'video') return idOf((await this.api.findVideo(caller, name))?.video_id);
    return idOf((await this.api.findImage(caller, name))?.image_id);
  }

  private async sourceOf(caller: AdCaller, creative: AdCreative, signal: AbortSignal): Promise<AdFileSource> {
    const sizeBytes = creative.sizeBytes ?? 0;
    if (sizeBytes > MIN_CHUNKED_BYTES) return { fileId: await this.chunks.send(caller, creative, signal) };
    const open = () => this.staging.read(creative.stagedFile ?? '', 0, sizeBytes - 1);
    const file = { name: fileNameOf(creative), mediaType: creative.mediaType ?? '', sizeBytes, open };
    return { file, md5: creative.md5 ?? '' };
  }

  /** The same bytes in the same account are uploaded once. Of several that arrive together the first is sent. */
  private async isCopied(creative: AdCreative): Promise<boolean> {
    const { id, md5 } = creative;
    const first = md5 === null ? null : await this.store.sameBytes({ ...creative, md5 }, id);
    if (!first) return false;
    if (first.status !== 'ready') throw new NotYetError('the same file is on its way', LOOK_AGAIN_SECONDS);
    const { videoId, imageId, coverImageId, covers, details } = first;
    const media = { videoId, imageId, coverImageId, covers, details };
    const uploadedBytes = creative.sizeBytes ?? 0;
    await this.store.change(id, { ...media, uploadedBytes, status: 'ready', stagedFile: null, dueAt: null });
    if (creative.stagedFile) await this.staging.remove(creative.stagedFile);
    return true;
  }

  private async received({ id, kind, sizeBytes, stagedFile }: AdCreative, tiktokId: string): Promise<void> {
    await this.store.change(id, {
      ...(kind === 'video' ? { videoId: tiktokId } : { imageId: tiktokId }),
      status: 'processing',
      uploadedBytes: sizeBytes ?? 0,
      stagedFile: null,
      processingSince: this.clock.now(),
    });
    if (stagedFile) await this.staging.remove(stagedFile);
  }
}

/** @throws CreativeRefusedError for the text that stands for a failed upload */
function idOf(id: unknown): string | undefined {
  if (id === FAILED_ID) throw new CreativeRefusedError('creative_upload_failed');
  return typeof id === 'string' && id !== '' ? id : undefined;
}
