import type { IncomingMessage } from 'node:http';
import { formatBytes, TooLargeError } from '../../common/index.js';

// Text fields, headers of parts, and small files that are not asked for. Includes what the parser has read ahead.
const MAX_BYTES = 10_000_000;
const CHECK_MS = 50;

/** Bounds what a form contains beside its file: the parser itself reads a preamble or an unknown part of any size. */
export class FormRemainder {
  private fileBytes = 0;
  private readonly bytesBefore: number;

  constructor(private readonly body: IncomingMessage) {
    this.bytesBefore = body.socket.bytesRead;
  }

  /** Yields the parts. @throws TooLargeError */
  async *guard<Part>(parts: AsyncIterableIterator<Part>): AsyncGenerator<Part> {
    try {
      for (;;) {
        const part = await this.next(parts);
        if (part.done) return;
        yield part.value;
      }
    } finally {
      // Not awaited, because a part may never come.
      void parts.return?.();
    }
  }

  /** Yields the file's bytes, which do not count. */
  async *without(file: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of file) {
      this.fileBytes += chunk.length;
      yield chunk;
    }
  }

  // Looks at the socket now and then: a listener for the bytes would keep them flowing after an early answer.
  private next<Part>(parts: AsyncIterableIterator<Part>): Promise<IteratorResult<Part>> {
    let check: NodeJS.Timeout | undefined;
    const exceeded = new Promise<never>((_resolve, reject) => {
      check = setInterval(() => this.isExceeded() && reject(tooMuch()), CHECK_MS);
    });
    return Promise.race([parts.next(), exceeded]).finally(() => clearInterval(check));
  }

  private isExceeded(): boolean {
    return this.body.socket.bytesRead - this.bytesBefore - this.fileBytes > MAX_BYTES;
  }
}

function tooMuch(): TooLargeError {
  return new TooLargeError(
    'form_too_large',
    `The form has more than ${formatBytes(MAX_BYTES)} beside its file. Send the file as the multipart field "file".`,
  );
}
