import { z } from 'zod';
import { isUrl } from '../is-url.js';
import { DOMAIN, json, listOf, origin, type Env } from '../setting-kinds.js';

/** The names that TikTok gives its ownership files. */
const OWNERSHIP_FILE = /^[A-Za-z0-9][A-Za-z0-9_-]{0,127}\.txt$/;

const verifiedUrls = listOf(
  (item) => DOMAIN.test(item) || isPrefix(item),
  'must be a domain such as example.com, or a prefix such as https://example.com/media/ with a trailing slash',
);

const ownershipFiles = json(
  z.record(z.string().regex(OWNERSHIP_FILE), z.string().max(4096)),
  'must be JSON with names ending in .txt and their contents',
).transform((files) => new Map(Object.entries(files)));

/** Settings of media that TikTok fetches itself. */
export const pullSettings = {
  TIKTOK_VERIFIED_URLS: verifiedUrls
    .default([])
    .describe(
      'Comma-separated entries verified under "URL properties" of your TikTok app: domains (with sub-domains) such as ' +
        'example.com, and prefixes such as https://connector.example/tiktok-verification/. TikTok fetches photos, and ' +
        'videos by URL, from nowhere else',
    ),
  TIKTOK_VERIFICATION_FILES: ownershipFiles
    .default(new Map())
    .describe(
      'Ownership files of URL prefixes as JSON, served at /tiktok-verification/<name>: ' +
        '{"tiktokAbC.txt":"tiktok-developers-site-verification=AbC"}',
    ),
  MEDIA_PUBLIC_URL: origin
    .optional()
    .describe(
      'Address from which TikTok fetches staged media, without a path. Unset: PUBLIC_URL. (production: https)',
    ),
};

/** Addresses from which TikTok may fetch media, and the proof of their ownership. */
export interface PullSettings {
  /** Origin of the media that TikTok fetches from this service. */
  publicUrl: string;
  /** Domains such as `example.com`, with their sub-domains, and prefixes such as `https://example.com/media/`. */
  verifiedUrls: readonly string[];
  /** Content by name. */
  ownershipFiles: ReadonlyMap<string, string>;
}

/** @param publicUrl of the service */
export function toPullSettings(env: Env<typeof pullSettings>, publicUrl: string): PullSettings {
  return {
    publicUrl: env.MEDIA_PUBLIC_URL ?? publicUrl,
    verifiedUrls: env.TIKTOK_VERIFIED_URLS,
    ownershipFiles: env.TIKTOK_VERIFICATION_FILES,
  };
}

function isPrefix(item: string): boolean {
  if (!item.startsWith('https://') || !item.endsWith('/') || !isUrl(item)) return false;
  const { href, hostname, port, username, search } = new URL(item);
  return href === item && DOMAIN.test(hostname) && port === '' && username === '' && search === '';
}
