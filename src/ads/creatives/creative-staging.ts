import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, newId, UnsupportedMediaError } from '../../common/index.js';
import {
  isUnusable,
  MediaFactsReader,
  StagedFileUses,
  StagingQuota,
  StagingStore,
  type MediaFacts,
} from '../../content/index.js';
import { queryRows } from '../../database/index.js';
import type { CreativeKind } from './ad-creative.entity.js';
import { MAX_CREATIVE_BYTES, MAX_IMAGE_PIXELS } from './creative-formats.js';
import { CreativeMeter, type MeteredFile } from './creative-meter.js';

/** A creative's file in the staging store. */
export interface StagedCreative extends MeteredFile {
  stagedFile: string;
  facts: MediaFacts | null;
}

// Each reservation is a transaction, so an upload reserves ahead.
const STEP_BYTES = 8 * 1024 * 1024;
// A creative is sent within minutes. Longer than the longest outage that it waits for.
const KEPT_FOR_SECONDS = 7 * 86_400;
const IN_USE = `SELECT staged_file FROM ad_creatives WHERE staged_file = ANY($1)`;

/** Keeps creatives in the staging store of uploads until TikTok has them. They count towards the organisation's quota. */
@Injectable()
export class CreativeStaging implements OnModuleInit {
  constructor(
    private readonly store: StagingStore,
    private readonly quota: StagingQuota,
    private readonly facts: MediaFactsReader,
    private readonly uses: StagedFileUses,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.uses.register(async (em, names) =>
      (await queryRows<{ staged_file: string }>(em, IN_USE, [names])).map((row) => row.staged_file),
    );
  }

  /**
   * Stages a file and checks it. On any error nothing is kept.
   * @throws TooLargeError, UnsupportedMediaError, InvalidInputError when empty, NoRoomError, or what the stream throws
   */
  async stage(kind: CreativeKind, source: AsyncIterable<Buffer>): Promise<StagedCreative> {
    const stagedFile = newId();
    const meter = new CreativeMeter(kind, (bytes) =>
      this.quota.reserve(stagedFile, {
        atLeast: bytes,
        atMost: Math.min(MAX_CREATIVE_BYTES[kind], bytes + STEP_BYTES),
      }),
    );
    try {
      await this.store.write(stagedFile, meter.pass(source));
      const metered = meter.result();
      const facts = await this.facts.read({
        ...metered,
        name: stagedFile,
        maxImageBytes: MAX_CREATIVE_BYTES.image,
      });
      assertUsable(kind, facts);
      await this.quota.reserve(stagedFile, {
        atLeast: metered.sizeBytes,
        until: this.clock.inSeconds(KEPT_FOR_SECONDS),
      });
      return { ...metered, stagedFile, facts };
    } catch (error) {
      await this.remove(stagedFile);
      throw error;
    }
  }

  has(stagedFile: string): Promise<boolean> {
    return this.store.has(stagedFile);
  }

  read(stagedFile: string, first: number, last: number): ReturnType<StagingStore['read']> {
    return this.store.read(stagedFile, first, last);
  }

  async remove(stagedFile: string): Promise<void> {
    await this.store.remove(stagedFile);
    await this.quota.release(stagedFile);
  }
}

function assertUsable(kind: CreativeKind, facts: MediaFacts | null): void {
  if (isUnusable(facts))
    throw new UnsupportedMediaError(
      `${kind}_unreadable`,
      `The ${kind} cannot be opened: ${facts?.damage ?? 'it has no picture'}. Export it again, check that it opens, and upload it again.`,
    );
  const { width = 0, height = 0 } = facts ?? {};
  if (kind === 'image' && width * height > MAX_IMAGE_PIXELS)
    throw new UnsupportedMediaError(
      'image_too_many_pixels',
      `The image has ${width} × ${height} pixels. TikTok accepts at most ${MAX_IMAGE_PIXELS} pixels in an ad, such as 1440 × 2560. Make it smaller.`,
    );
}
