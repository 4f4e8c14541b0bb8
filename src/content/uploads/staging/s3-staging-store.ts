import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NotFound,
  paginateListObjectsV2,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { S3Settings } from '../../../config/index.js';
import { StagingStore } from '../staging-store.js';
import { blocksOf } from './blocks.js';
import { s3Client } from './s3-client.js';
import { MultipartWrites } from './multipart-writes.js';

// S3 wants parts of at least 5 MiB, and takes 10,000 of them: 80 GB. One is in memory for each write under way.
const PART_BYTES = 8 * 1024 * 1024;
const READ_AHEAD_BYTES = 1024 * 1024;

/** A bucket at AWS, or at any store that speaks its protocol. */
export class S3StagingStore extends StagingStore implements OnApplicationShutdown {
  private readonly client: S3Client;
  private readonly multipart: MultipartWrites;

  constructor(private readonly settings: S3Settings) {
    super();
    this.client = s3Client(settings);
    this.multipart = new MultipartWrites(this.client, settings.bucket, settings.prefix);
  }

  /** What fits into one part is put at once; longer ones become visible when their last part has arrived. */
  async write(name: string, source: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<void> {
    const blocks = blocksOf(source, PART_BYTES);
    const first = (await blocks.next()).value ?? Buffer.alloc(0);
    if (first.length === PART_BYTES) return await this.multipart.write(this.key(name), first, blocks);
    await this.client.send(new PutObjectCommand({ ...this.object(name), Body: first }));
  }

  read(name: string, first: number, last: number): Readable {
    return Readable.from(this.bytes(name, first, last), {
      objectMode: false,
      highWaterMark: READ_AHEAD_BYTES,
    });
  }

  async has(name: string): Promise<boolean> {
    try {
      await this.client.send(new HeadObjectCommand(this.object(name)));
      return true;
    } catch (error) {
      if (error instanceof NotFound) return false;
      throw error;
    }
  }

  async remove(name: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand(this.object(name)));
  }

  async *wholeFiles(before: Date): AsyncGenerator<string> {
    const { bucket, prefix } = this.settings;
    for await (const page of paginateListObjectsV2(
      { client: this.client },
      { Bucket: bucket, Prefix: prefix },
    ))
      for (const { Key = '', LastModified } of page.Contents ?? [])
        if (LastModified && LastModified < before) yield Key.slice(prefix.length);
  }

  async removeParts(before: Date): Promise<void> {
    await this.multipart.removeUntouchedSince(before);
  }

  onApplicationShutdown(): void {
    this.client.destroy();
  }

  private async *bytes(name: string, first: number, last: number): AsyncGenerator<Uint8Array> {
    const range = `bytes=${first}-${last}`;
    const { Body } = await this.client.send(new GetObjectCommand({ ...this.object(name), Range: range }));
    // In Node the SDK answers with a stream of Node's.
    yield* Body as Readable;
  }

  private object(name: string): { Bucket: string; Key: string } {
    return { Bucket: this.settings.bucket, Key: this.key(name) };
  }

  private key(name: string): string {
    return this.settings.prefix + name;
  }
}
