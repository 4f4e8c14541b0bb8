import { createHash } from 'node:crypto';

/** The beginning of a file is kept to read its format and size from it. */
const HEAD_BYTES = 65_536;

/** Looks at the bytes of a file as they stream by. */
export interface FileWatcher {
  write(bytes: Buffer): void;
}

/** What remains of an uploaded file after its bytes have passed. */
export interface ReceivedFile {
  readonly name: string;
  readonly bytes: number;
  /** Lower-case hex. */
  readonly md5: string;
  readonly head: Buffer;
  /** What looked at it, if anything did. */
  readonly watcher: FileWatcher | undefined;
}

/** Reads a stream to its end; the bytes are hashed on the way and not kept. */
export async function receiveFile(
  name: string,
  stream: AsyncIterable<Buffer>,
  watcher: FileWatcher | undefined,
): Promise<ReceivedFile> {
  const md5 = createHash('md5');
  const head: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    if (bytes < HEAD_BYTES) head.push(Buffer.from(chunk.subarray(0, HEAD_BYTES - bytes)));
    md5.update(chunk);
    watcher?.write(chunk);
    bytes += chunk.length;
  }
  return { name, bytes, md5: md5.digest('hex'), head: Buffer.concat(head), watcher };
}
