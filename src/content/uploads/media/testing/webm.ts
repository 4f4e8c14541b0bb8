const [WIDTH, HEIGHT, FRAME_MS] = [540, 960, 33];

/** Builds an EBML element. @param id in hex */
function element(id: string, ...parts: Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(id, 'hex'), size(body.length), body]);
}

/** Encodes a length in eight bytes. */
function size(length: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(length));
  bytes[0] = 1;
  return bytes;
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function double(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes;
}

/**
 * Builds a WebM with a VP8 track of empty frames.
 * @param isRecording true for a browser recording, which has neither duration nor frame rate
 */
export function webm(frames: number, isRecording = false): Buffer {
  const head = element('1a45dfa3', element('4282', Buffer.from('webm')), element('4287', number(2)));
  const duration = isRecording ? [] : [element('4489', double(frames * FRAME_MS))];
  const info = element('1549a966', element('2ad7b1', number(1_000_000)), ...duration);
  const picture = element('e0', element('b0', number(WIDTH)), element('ba', number(HEIGHT)));
  const rate = isRecording ? [] : [element('23e383', number(FRAME_MS * 1_000_000))];
  const about = [element('d7', number(1)), element('83', number(1)), element('86', Buffer.from('V_VP8'))];
  const tracks = element('1654ae6b', element('ae', ...about, ...rate, picture));
  const blocks = Array.from({ length: frames }, (_, index) => element('a3', block(index)));
  const cluster = frames > 0 ? [element('1f43b675', element('e7', number(0)), ...blocks)] : [];
  const body = Buffer.concat([info, tracks, ...cluster]);
  const segment = isRecording
    ? Buffer.concat([Buffer.from('1853806701ffffffffffffff', 'hex'), body])
    : element('18538067', body);
  return Buffer.concat([head, segment]);
}

function block(index: number): Buffer {
  const isKey = index === 0;
  const head = Buffer.from([0x81, 0, 0, isKey ? 0x80 : 0]);
  head.writeInt16BE(index * FRAME_MS, 1);
  const frame = Buffer.alloc(400, index + 1);
  frame.writeUIntLE(isKey ? 0x10 : 0x11, 0, 3);
  if (isKey) {
    frame.write('9d012a', 3, 'hex');
    frame.writeUInt16LE(WIDTH, 6);
    frame.writeUInt16LE(HEIGHT, 8);
  }
  return Buffer.concat([head, frame]);
}
