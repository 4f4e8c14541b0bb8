import { StringDecoder } from 'node:string_decoder';
import { InvalidInputError } from '../../../common/index.js';

// Enough to tell text from UTF-16 and from packed files.
const HEAD_BYTES = 64;
const ZERO_SHARE = 4;

interface Signature {
  readonly bytes: readonly number[];
  readonly message: string;
}

const AS_UTF8 = 'Save it as UTF-8 ("CSV UTF-8" in Excel), and send it again.';
const PACKED = 'Export the sheet as CSV, or unpack the file, and send it again.';

const FOREIGN: readonly Signature[] = [
  { bytes: [0xff, 0xfe], message: `The file is UTF-16. ${AS_UTF8}` },
  { bytes: [0xfe, 0xff], message: `The file is UTF-16. ${AS_UTF8}` },
  { bytes: [0x50, 0x4b, 0x03, 0x04], message: `The file is a ZIP archive or an Excel workbook. ${PACKED}` },
  { bytes: [0x1f, 0x8b], message: `The file is compressed with gzip. ${PACKED}` },
];
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** Turns bytes into text as they arrive. Takes UTF-8, with or without a byte order mark. */
export class Utf8Text {
  private readonly decoder = new StringDecoder('utf8');
  private head: Buffer | undefined = Buffer.alloc(0);

  /** @throws InvalidInputError `audience_file_encoding` for anything but UTF-8 */
  write(bytes: Buffer): string {
    if (this.head === undefined) return this.decoder.write(bytes);
    this.head = this.head.length === 0 ? bytes : Buffer.concat([this.head, bytes]);
    return this.head.length < HEAD_BYTES ? '' : this.begin(this.head);
  }

  end(): string {
    const text = this.head === undefined ? '' : this.begin(this.head);
    return text + this.decoder.end();
  }

  private begin(head: Buffer): string {
    assertText(head.subarray(0, HEAD_BYTES));
    this.head = undefined;
    const hasMark = head.subarray(0, BOM.length).equals(BOM);
    return this.decoder.write(hasMark ? head.subarray(BOM.length) : head);
  }
}

function assertText(head: Buffer): void {
  const foreign = FOREIGN.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte));
  if (foreign) throw unreadable(foreign.message);
  const zeros = head.filter((byte) => byte === 0).length;
  if (zeros * ZERO_SHARE >= head.length && zeros > 0) throw unreadable(`The file is UTF-16. ${AS_UTF8}`);
  if (zeros > 0) throw unreadable(`The file is not text. ${AS_UTF8}`);
}

function unreadable(message: string): InvalidInputError {
  return new InvalidInputError(message, [{ field: 'file', message }], 'audience_file_encoding');
}
