import { isUrl } from './is-url.js';
import { z } from 'zod';
import { listOf } from './setting-kinds.js';
import { strictJson } from './strict-json.js';

/** Addresses from which TikTok may fetch media, and the proof of their ownership. */
export interface PullSettings {
  /** Origin of the media that TikTok fetches from this service. */
  publicUrl: string;
  /** Domains such as `example.com`, with their sub-domains, and prefixes such as `https://example.com/media/`. */
  verifiedUrls: readonly string[];
  /** Content by name. */
  ownershipFiles: ReadonlyMap<string, string>;
}

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
/** At least two labels, the last one not a number: never an IP address. */
export const DOMAIN = new RegExp(`^(?:${LABEL}\\.)+(?=[a-z])${LABEL}$`);
/** The names that TikTok gives its ownership files. */
export const OWNERSHIP_FILE = /^[A-Za-z0-9][A-Za-z0-9_-]{0,127}\.txt$/;

export const verifiedUrls = listOf(
  (item) => DOMAIN.test(item) || isPrefix(item),
  'must be a domain such as example.com, or a prefix such as https://example.com/media/ with a trailing slash',
);

function isPrefix(item: string): boolean {
  if (!item.startsWith('https://') || !item.endsWith('/') || !isUrl(item)) return false;
  const { href, hostname, port, username, search } = new URL(item);
  return href === item && DOMAIN.test(hostname) && port === '' && username === '' && search === '';
}

export const ownershipFiles = z.string().transform((text, context) => {
  const files = parsed(text);
  if (files) return files;
  context.addIssue({ code: 'custom', message: 'must be JSON with names ending in .txt and their contents' });
  return z.NEVER;
});

function parsed(text: string): ReadonlyMap<string, string> | undefined {
  try {
    const files = z.record(z.string().regex(OWNERSHIP_FILE), z.string().max(4096)).parse(strictJson(text));
    return new Map(Object.entries(files));
  } catch {
    return undefined;
  }
}
