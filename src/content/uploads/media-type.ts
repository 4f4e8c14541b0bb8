/** Media types that TikTok takes for a video. */
export type VideoMediaType = 'video/mp4' | 'video/quicktime' | 'video/webm';

/** How many bytes `videoMediaType` wants to see. */
export const SNIFF_BYTES = 12;

/**
 * Tells a video by its first bytes: what a client claims about its file is often wrong.
 * @returns undefined when it is none of TikTok's three containers
 */
export function videoMediaType(head: Buffer): VideoMediaType | undefined {
  if (head.length < SNIFF_BYTES) return undefined;
  if (head.readUInt32BE(0) === 0x1a45dfa3) return 'video/webm'; // EBML
  if (head.toString('latin1', 4, 8) !== 'ftyp') return undefined; // ISO base media
  return head.toString('latin1', 8, 12) === 'qt  ' ? 'video/quicktime' : 'video/mp4';
}
