import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';

/** The file of a form. `open` is called once per attempt, because a stream cannot be sent twice. */
export interface FormFile {
  field: string;
  name: string;
  mediaType: string;
  sizeBytes: number;
  open: () => Readable;
}

/** A multipart/form-data body with one file, streamed. Its length is known before the first byte, so it needs no chunked encoding. */
export class FormBody {
  private readonly boundary = `----tiktok-connector-${randomUUID()}`;
  private readonly head: Buffer;
  private readonly tail: Buffer;

  constructor(
    fields: Readonly<Record<string, string>>,
    private readonly file: FormFile,
  ) {
    const parts = Object.entries(fields).map(
      ([name, value]) =>
        `--${this.boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    this.head = Buffer.from(
      `${parts.join('')}--${this.boundary}\r\ncontent-disposition: form-data; name="${file.field}"; ` +
        `filename="${quotable(file.name)}"\r\ncontent-type: ${file.mediaType}\r\n\r\n`,
    );
    this.tail = Buffer.from(`\r\n--${this.boundary}--\r\n`);
  }

  get headers(): Record<string, string> {
    return {
      'content-type': `multipart/form-data; boundary=${this.boundary}`,
      'content-length': String(this.head.length + this.file.sizeBytes + this.tail.length),
    };
  }

  /** Starts from the first byte, for each attempt. */
  open(): Readable {
    return Readable.from(this.bytes(), { objectMode: false });
  }

  private async *bytes(): AsyncGenerator<Buffer> {
    yield this.head;
    for await (const part of this.file.open()) yield part as Buffer;
    yield this.tail;
  }
}

/** Escapes a file name as browsers do. */
function quotable(name: string): string {
  return name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
