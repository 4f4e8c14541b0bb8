import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataStore, Upload } from '@tus/server';
import { newId } from '../../../common/index.js';
import { mediaTypeOf, SNIFF_BYTES } from '../media-type.js';
import { blocksOf } from './blocks.js';
import { StagingStore } from '../staging/staging-store.js';
import { TusProtocolError } from './tus-protocol.error.js';
import { UploadProgress } from './upload-progress.js';

// Memory per active upload, and the most that is sent again after a crash.
const PIECE_BYTES = 8 * 1024 * 1024;

/**
 * Stores tus uploads: pieces in the staging store, progress in the database.
 * See docs/adr/0014 for why this is not `@tus/file-store` or `@tus/s3-store`.
 */
@Injectable()
export class TusStore extends DataStore {
  override extensions = ['creation', 'creation-with-upload', 'termination', 'expiration'];

  // The tus server releases an interrupted request before its last bytes are stored.
  private readonly writes = new Map<string, Promise<number>>();

  constructor(
    private readonly uploads: UploadProgress,
    private readonly staging: StagingStore,
  ) {
    super();
  }

  /** Does nothing: ResumableService creates the upload, with data from its link. */
  override async create(upload: Upload): Promise<Upload> {
    return upload;
  }

  /** Waits until an interrupted request is stored. A client that resumed earlier would get an offset conflict. */
  override async getUpload(id: string): Promise<Upload> {
    await Promise.allSettled([this.writes.get(id)]);
    const { receivedBytes: offset, lengthBytes: size, createdAt } = await this.row(id);
    return new Upload({ id, size, offset, creation_date: createdAt.toISOString() });
  }

  /** Stores the bytes, also those before a disconnect. @returns the new offset */
  override async write(source: Readable, id: string, offset: number): Promise<number> {
    const writing = this.store(source, id, offset);
    this.writes.set(id, writing);
    try {
      return await writing;
    } finally {
      if (this.writes.get(id) === writing) this.writes.delete(id);
    }
  }

  private async store(source: Readable, id: string, offset: number): Promise<number> {
    const upload = await this.row(id);
    const { kind, lengthBytes } = upload;
    let cut: Error | undefined;
    const arriving = untilCut(source, (error) => (cut = error));
    for await (const block of blocksOf(arriving, PIECE_BYTES)) {
      // Shorter first blocks are checked when the file is assembled.
      const canDetect = block.length >= SNIFF_BYTES || block.length === lengthBytes;
      if (offset === 0 && canDetect) mediaTypeOf(block, kind);
      await this.uploads.reserve(upload, offset + block.length);
      await this.add(id, offset, block);
      offset += block.length;
    }
    if (cut) throw cut;
    return offset;
  }

  override async remove(id: string): Promise<void> {
    await this.row(id);
    await this.uploads.end(id);
  }

  private async add(id: string, offset: number, block: Buffer): Promise<void> {
    const piece = { name: newId(), sizeBytes: block.length };
    await this.staging.write(piece.name, [block]);
    if (await this.uploads.append(id, offset, piece)) return;
    await this.staging.remove(piece.name);
    throw new TusProtocolError(409, 'Upload-Offset conflict');
  }

  private async row(id: string) {
    const row = await this.uploads.find(id);
    if (!row) throw new TusProtocolError(404, 'The upload does not exist');
    return row;
  }
}

async function* untilCut(source: Readable, onCut: (error: Error) => void): AsyncGenerator<Buffer> {
  try {
    for await (const bytes of source) yield bytes as Buffer;
  } catch (error) {
    onCut(error instanceof Error ? error : new Error('the client disconnected', { cause: error }));
  }
}
