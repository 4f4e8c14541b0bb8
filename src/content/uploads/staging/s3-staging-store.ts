import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NotFound,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { S3Settings } from '../../../config/index.js';
import { StagingStore } from './staging-store.js';
import { MultipartUploads } from './multipart-uploads.js';
import { s3Client } from './s3-client.js';

// S3 requires parts of at least 5 MiB and allows 10,000 of them, so 80 GB. Each write holds one part in memory.
const PART_BYTES = 8 * 1024 * 1024;
const READ_AHEAD_BYTES = 1024 * 1024;

/** Stores files in an S3 bucket, at AWS or at any compatible provider. */
export class S3StagingStore extends StagingStore implements OnApplicationShutdown {
  private readonly client: S3Client;
  private readonly multipart: MultipartUploads;

  constructor(private readonly settings: S3Settings) {
    super();
    this.client = s3Client(settings);
    this.multipart = new MultipartUploads(this.client, settings.bucket, settings.prefix);
  }

  /** Sends one PUT when the file fits into one part. Larger files become visible with their last part. */
  async write(name: string, source: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<void> {
    const failure = new SourceFailure();
    // No read-ahead: after a failed part nothing may still reserve quota for bytes that are dropped.
    const Body = Readable.from(failure.watch(source), { highWaterMark: 0 });
    const params = { ...this.object(name), Body };
    const upload = new Upload({ client: this.client, params, partSize: PART_BYTES, queueSize: 1 });
    try {
      await upload.done();
    } catch (error) {
      throw failure.cause ?? error;
    }
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
    await this.multipart.abortUntouchedSince(before);
  }

  onApplicationShutdown(): void {
    this.client.destroy();
  }

  private async *bytes(name: string, first: number, last: number): AsyncGenerator<Uint8Array> {
    const range = `bytes=${first}-${last}`;
    const { Body } = await this.client.send(new GetObjectCommand({ ...this.object(name), Range: range }));
    // In Node.js the SDK returns a Node.js stream.
    yield* Body as Readable;
  }

  private object(name: string): { Bucket: string; Key: string } {
    return { Bucket: this.settings.bucket, Key: this.key(name) };
  }

  private key(name: string): string {
    return this.settings.prefix + name;
  }
}

/** Remembers what a source threw: when the upload cannot be aborted either, the library throws that error instead. */
class SourceFailure {
  cause: unknown;

  async *watch(source: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncGenerator<Buffer> {
    try {
      yield* source;
    } catch (error) {
      this.cause = error;
      throw error;
    }
  }
}
