import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { newId } from '../../../common/index.js';
import type { PostKind } from '../../post/publication.entity.js';
import type { StagedFile } from './staged-file.js';
import { StagingStore } from './staging-store.js';
import { StagingQuota } from './staging-quota.js';
import { UploadMeter, type MeterRules } from './upload-meter.js';

// Each reservation is a transaction, so uploads reserve ahead: as much as has arrived, within these limits. An upload that
// stalls after its first bytes must not block others.
const MIN_STEP_BYTES = 256 * 1024;
const MAX_STEP_BYTES = 64 * 1024 * 1024;

/** Writes the bytes of one upload to the staging store. */
@Injectable()
export class UploadStager {
  constructor(
    private readonly store: StagingStore,
    private readonly quota: StagingQuota,
  ) {}

  /**
   * Stages a file. On any error nothing is kept.
   * @throws TooLargeError, UnsupportedMediaError, InvalidInputError when empty, NoRoomError, or what the stream throws
   */
  async stage(source: AsyncIterable<Buffer>, kind: PostKind, maxBytes: number): Promise<StagedFile> {
    const name = newId();
    const reserve = (bytes: number) =>
      this.quota.reserve(name, { atLeast: bytes, atMost: Math.min(maxBytes, bytes + stepAfter(bytes)) });
    try {
      return await this.write(name, source, { kind, maxBytes, reserve });
    } finally {
      await this.quota.release(name);
    }
  }

  /** Stages bytes whose quota is already reserved. */
  async stageReserved(source: Readable, kind: PostKind, maxBytes: number): Promise<StagedFile> {
    return await this.write(newId(), source, { kind, maxBytes, reserve: async () => maxBytes });
  }

  private async write(name: string, source: AsyncIterable<Buffer>, rules: MeterRules): Promise<StagedFile> {
    const meter = new UploadMeter(rules);
    await this.store.write(name, meter.pass(source));
    return { name, ...meter.result() };
  }
}

function stepAfter(sizeBytes: number): number {
  return Math.min(Math.max(sizeBytes, MIN_STEP_BYTES), MAX_STEP_BYTES);
}
