/** The format and size of a picture, from its first bytes. */
export interface ImageHead {
  readonly format: 'png' | 'jpeg';
  readonly width: number;
  readonly height: number;
}

/** Reads a PNG's or JPEG's size. @returns undefined for anything else */
export function imageSize(head: Buffer): ImageHead | undefined {
  if (head.length >= 24 && head.readUInt32BE(0) === 0x89504e47)
    return { format: 'png', width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
  return head.length > 4 && head.readUInt16BE(0) === 0xffd8 ? jpegSize(head) : undefined;
}

/** Walks over a JPEG's segments up to the start of a frame. */
function jpegSize(head: Buffer): ImageHead | undefined {
  let offset = 2;
  while (offset + 9 < head.length && head[offset] === 0xff) {
    const marker = head[offset + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame)
      return { format: 'jpeg', height: head.readUInt16BE(offset + 5), width: head.readUInt16BE(offset + 7) };
    offset += 2 + head.readUInt16BE(offset + 2);
  }
  return undefined;
}
