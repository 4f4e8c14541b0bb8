import { createHmac } from 'node:crypto';

const HOUR_SECONDS = 3_600;

/** The validity of file addresses. Source: business reference §6. */
export const VIDEO_URL_SECONDS = 6 * HOUR_SECONDS;
export const IMAGE_URL_SECONDS = HOUR_SECONDS;

/** An address that expires. The sandbox stores no bytes, so it cannot be fetched. */
export function fileUrl(origin: string, path: string, expires: number): string {
  const signature = createHmac('sha256', 'sandbox-files').update(`${path}:${expires}`).digest('base64url');
  return `${origin}/media/file/${path}?x-expires=${expires}&x-signature=${signature.slice(0, 27)}`;
}
