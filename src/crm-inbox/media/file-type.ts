import sharp from 'sharp';

/** What a file is, by its first bytes. The sender's name for it proves nothing. */
export interface FileType {
  mediaType: string;
  kind: 'image' | 'video';
}

const SIGNATURES: readonly { at: number; bytes: string; type: FileType }[] = [
  { at: 0, bytes: 'ffd8ff', type: { mediaType: 'image/jpeg', kind: 'image' } },
  { at: 0, bytes: '89504e470d0a1a0a', type: { mediaType: 'image/png', kind: 'image' } },
  { at: 0, bytes: '474946383761', type: { mediaType: 'image/gif', kind: 'image' } },
  { at: 0, bytes: '474946383961', type: { mediaType: 'image/gif', kind: 'image' } },
  { at: 8, bytes: '57454250', type: { mediaType: 'image/webp', kind: 'image' } },
  { at: 4, bytes: '6674797068656963', type: { mediaType: 'image/heic', kind: 'image' } },
  { at: 4, bytes: '6674797061766966', type: { mediaType: 'image/avif', kind: 'image' } },
  { at: 4, bytes: '6674797071742020', type: { mediaType: 'video/quicktime', kind: 'video' } },
  { at: 4, bytes: '66747970', type: { mediaType: 'video/mp4', kind: 'video' } },
];

/** Returns undefined for anything that an inbox does not show. Pure. */
export function fileTypeOf(bytes: Buffer): FileType | undefined {
  return SIGNATURES.find(({ at, bytes: wanted }) =>
    bytes.subarray(at, at + wanted.length / 2).equals(Buffer.from(wanted, 'hex')),
  )?.type;
}

/** Reads the size of a picture from its header; undefined if its format does not show it. */
export async function pictureSize(bytes: Buffer): Promise<{ width: number; height: number } | undefined> {
  const header = await sharp(bytes, { failOn: 'none', limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  return header && { width: header.autoOrient.width, height: header.autoOrient.height };
}
