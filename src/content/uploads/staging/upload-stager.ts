import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { newId } from '../../../common/index.js';
import type { PostKind } from '../../post/publication.entity.js';
import type { StagedFile } from '../staged-file.js';
import { StagingStore } from '../staging-store.js';
import { StagingRoom } from './staging-room.js';
import { UploadMeter, type MeterRules } from './upload-meter.js';

// Asking for room is a transaction, so not for every few bytes. An upload gets as much ahead as has come of it, within
// these: one that stands still after its first byte must not keep others out.
const SMALLEST_STEP_BYTES = 256 * 1024;
const LARGEST_STEP_BYTES = 64 * 1024 * 1024;

/** Puts the bytes of one upload into the staging store. */
@Injectable()
export class UploadStager {
  constructor(
    private readonly store: StagingStore,
    private readonly room: StagingRoom,
  ) {}

  /**
   * Takes a stream to its end. Whatever goes wrong, nothing is kept.
   * @throws TooLargeError, UnsupportedMediaError, InvalidInputError when empty, NoRoomError, or what the stream throws
   */
  async stage(source: AsyncIterable<Buffer>, kind: PostKind, maxBytes: number): Promise<StagedFile> {
    const name = newId();
    const makeRoom = (bytes: number) =>
      this.room.reserve(name, { atLeast: bytes, atMost: Math.min(maxBytes, bytes + stepAfter(bytes)) });
    try {
      return await this.write(name, source, { kind, maxBytes, makeRoom });
    } finally {
      await this.room.release(name);
    }
  }

  /** The same for bytes whose room was taken before. */
  async stageReserved(source: Readable, kind: PostKind, maxBytes: number): Promise<StagedFile> {
    return await this.write(newId(), source, { kind, maxBytes, makeRoom: async () => maxBytes });
  }

  private async write(name: string, source: AsyncIterable<Buffer>, rules: MeterRules): Promise<StagedFile> {
    const meter = new UploadMeter(rules);
    await this.store.write(name, meter.pass(source));
    return { name, ...meter.result() };
  }
}

function stepAfter(sizeBytes: number): number {
  return Math.min(Math.max(sizeBytes, SMALLEST_STEP_BYTES), LARGEST_STEP_BYTES);
}
