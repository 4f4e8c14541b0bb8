import { createHmac } from 'node:crypto';

const HOUR_SECONDS = 3_600;

/** How long the addresses of files live. Source: business reference §6. */
export const VIDEO_URL_SECONDS = 6 * HOUR_SECONDS;
export const IMAGE_URL_SECONDS = HOUR_SECONDS;

/** An address that ends after a while; the sandbox keeps no bytes, so nothing stands behind it. */
export function fileUrl(origin: string, path: string, expires: number): string {
  const signature = createHmac('sha256', 'sandbox-files').update(`${path}:${expires}`).digest('base64url');
  return `${origin}/media/file/${path}?x-expires=${expires}&x-signature=${signature.slice(0, 27)}`;
}
