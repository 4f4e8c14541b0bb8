import { randomBytes } from 'node:crypto';

/** Returns a random positive int64 as text: the key by which TikTok recognises a repeated create for about 10 s. */
export function newRequestId(): string {
  return (randomBytes(8).readBigUInt64BE() >> 1n).toString();
}
