import type { Publication } from '../posting/publication.js';
import type { World } from '../world.js';
import { fetchMedia, type MediaRule, WrongFormatError } from './fetch-media.js';
import { pullTarget } from './pull-hosts.js';

const PHOTO: MediaRule = {
  mediaTypes: ['image/jpeg', 'image/webp'],
  maxBytes: 20_000_000,
  isFormat: isPhoto,
};
const VIDEO_TYPES = ['video/mp4', 'video/quicktime', 'video/webm'];

/**
 * Fetches the files of a publication from their `pullHosts`, one after the other.
 * @param maxVideoBytes differs between the two APIs
 * @returns undefined if none is on a pull host; otherwise, after the fetch, the failure or null
 */
export function pull(
  world: World,
  publication: Publication,
  maxVideoBytes: number,
): Promise<string | null> | undefined {
  const { settings, pullSignal } = world;
  const targets = publication.pullUrls.flatMap((url) => pullTarget(settings.pullHosts, url) ?? []);
  if (targets.length === 0) return undefined;
  const rule = publication.kind === 'photo' ? PHOTO : { mediaTypes: VIDEO_TYPES, maxBytes: maxVideoBytes };
  // The world was closed in the meantime.
  publication.pulled.length = 0;
  const fetchAll = async (): Promise<string | null> => {
    try {
      for (const target of targets) {
        const signal = AbortSignal.any([pullSignal, AbortSignal.timeout(settings.pullTimeoutMs)]);
        publication.pulled.push(await fetchMedia(target, rule, signal));
      }
    } catch (error) {
      world.log(`not pulled: ${String(error)}`);
      return error instanceof WrongFormatError
        ? 'file_format_check_failed'
        : `${publication.kind}_pull_failed`;
    }
    publication.totalBytes = publication.pulled.reduce((sum, { bytes }) => sum + bytes, 0);
    return null;
  };
  return fetchAll();
}

/** True for JPEG and WebP, by the first bytes. */
function isPhoto(head: Buffer): boolean {
  const isWebp = head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP';
  return isWebp || head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]));
}
