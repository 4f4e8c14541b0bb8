import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataStore, Upload } from '@tus/server';
import { newId } from '../../../common/index.js';
import { mediaTypeOf, SNIFF_BYTES } from '../media-type.js';
import { blocksOf } from '../staging/blocks.js';
import { StagingStore } from '../staging-store.js';
import { TusProtocolError } from './tus-protocol.error.js';
import { ResumableUploads } from './resumable-uploads.js';

// So much is in memory for each upload under way, and so much at most is sent again after a process was killed.
const PIECE_BYTES = 8 * 1024 * 1024;

/** Where the tus server keeps what arrives: pieces in the staging store, and how far it is in the database. */
@Injectable()
export class TusStore extends DataStore {
  override extensions = ['creation', 'creation-with-upload', 'termination', 'expiration'];

  // The tus server lets go of a cut request before its last bytes are kept.
  private readonly writes = new Map<string, Promise<number>>();

  constructor(
    private readonly uploads: ResumableUploads,
    private readonly staging: StagingStore,
  ) {
    super();
  }

  /** The upload has been begun before, with what only its link tells. */
  override async create(upload: Upload): Promise<Upload> {
    return upload;
  }

  /** When all that has come of a cut request is kept: a client that went on earlier would meet it and be refused. */
  override async getUpload(id: string): Promise<Upload> {
    await Promise.allSettled([this.writes.get(id)]);
    const { receivedBytes: offset, lengthBytes: size, createdAt } = await this.row(id);
    return new Upload({ id, size, offset, creation_date: createdAt.toISOString() });
  }

  /** What has arrived when the sender goes away is kept. @returns where the upload goes on */
  override async write(source: Readable, id: string, offset: number): Promise<number> {
    const writing = this.keep(source, id, offset);
    this.writes.set(id, writing);
    try {
      return await writing;
    } finally {
      if (this.writes.get(id) === writing) this.writes.delete(id);
    }
  }

  private async keep(source: Readable, id: string, offset: number): Promise<number> {
    const upload = await this.row(id);
    const { kind, lengthBytes } = upload;
    let cut: Error | undefined;
    const arriving = untilCut(source, (error) => (cut = error));
    for await (const block of blocksOf(arriving, PIECE_BYTES)) {
      // Shorter beginnings are told when the whole is put together.
      const isTelling = block.length >= SNIFF_BYTES || block.length === lengthBytes;
      if (offset === 0 && isTelling) mediaTypeOf(block, kind);
      await this.uploads.makeRoom(upload, offset + block.length);
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
    if (!row) throw new TusProtocolError(404, 'There is no such upload');
    return row;
  }
}

async function* untilCut(source: Readable, onCut: (error: Error) => void): AsyncGenerator<Buffer> {
  try {
    for await (const bytes of source) yield bytes as Buffer;
  } catch (error) {
    onCut(error instanceof Error ? error : new Error('the sender went away', { cause: error }));
  }
}
