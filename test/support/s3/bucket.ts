import { createHash, randomUUID } from 'node:crypto';

export interface StoredObject {
  body: Buffer;
  etag: string;
  modified: Date;
}

export interface PendingUpload {
  id: string;
  key: string;
  initiated: Date;
  parts: Map<number, StoredObject>;
}

/** Parts but the last must be so large. https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html */
const MIN_PART_BYTES = 5 * 1024 * 1024;

/** What a bucket holds, with S3's rules of multipart uploads. */
export class Bucket {
  readonly objects = new Map<string, StoredObject>();
  readonly pending = new Map<string, PendingUpload>();

  put(key: string, body: Buffer): StoredObject {
    const object = stored(body);
    this.objects.set(key, object);
    return object;
  }

  begin(key: string): PendingUpload {
    const upload = { id: randomUUID(), key, initiated: new Date(), parts: new Map<number, StoredObject>() };
    this.pending.set(upload.id, upload);
    return upload;
  }

  /** @returns the code of S3's refusal, or the object's ETag */
  complete(
    upload: PendingUpload,
    named: { number: number; etag: string }[],
  ): { refusal: string } | { etag: string } {
    const parts = named.map(({ number, etag }) => {
      const part = upload.parts.get(number);
      return part?.etag === etag ? part : undefined;
    });
    if (parts.length === 0 || parts.includes(undefined)) return { refusal: 'InvalidPart' };
    if (named.some(({ number }, index) => index > 0 && number <= (named[index - 1]?.number ?? 0)))
      return { refusal: 'InvalidPartOrder' };
    const bodies = parts.flatMap((part) => (part ? [part.body] : []));
    if (bodies.slice(0, -1).some(({ length }) => length < MIN_PART_BYTES))
      return { refusal: 'EntityTooSmall' };
    this.pending.delete(upload.id);
    return this.put(upload.key, Buffer.concat(bodies));
  }

  /** Moves everything into the past, as tests of ages need it. */
  age(seconds: number): void {
    const uploads = [...this.pending.values()];
    for (const object of [...this.objects.values(), ...uploads.flatMap(({ parts }) => [...parts.values()])])
      object.modified = new Date(object.modified.getTime() - seconds * 1000);
    for (const upload of uploads) upload.initiated = new Date(upload.initiated.getTime() - seconds * 1000);
  }
}

export function stored(body: Buffer): StoredObject {
  return { body, etag: `"${createHash('md5').update(body).digest('hex')}"`, modified: new Date() };
}
