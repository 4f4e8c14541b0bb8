import { Injectable } from '@nestjs/common';
import { AppConfig, DOMAIN } from '../../../config/index.js';

/** Why TikTok would not fetch from an address. */
export interface UrlProblem {
  code: 'url_invalid' | 'url_ownership_unverified';
  /** What is wrong with it, and what helps: "must …". */
  message: string;
}

// Of the address without its query, and of the whole: a signature with a session token takes thousands of characters.
const MAX_PATH_LENGTH = 2048;
const MAX_LENGTH = 8192;
// What RFC 3986 allows in a path and a query, so that every reader of the address sees the same one.
const PLAIN = /^[A-Za-z0-9\-._~:/?@!$&'()*+,;=%]*$/;
const HALF_ENCODED = /%(?![0-9a-f]{2})/i;
const CONTROL = /%(?:0|1|7f)/i;
// In a path a server may decode these into separators, dots or the end of it, and leave the prefix that was verified.
const DISGUISED = /%(?:25|2e|5c|2f)/i;
// Object stores write the slashes of a name so: https://host/v0/b/<bucket>/o/<name>. Encoders write capitals.
const ENCODED_SLASH = /%2F/g;
const DOTS = /\/\.{1,2}(?:;|\/|$)/;

/**
 * Whether TikTok may be told to fetch from an address: https, on a domain or under a prefix that was verified in its
 * portal. Nothing is fetched to find out.
 * @see https://developers.tiktok.com/doc/content-posting-api-media-transfer-guide
 */
@Injectable()
export class VerifiedUrls {
  constructor(private readonly config: AppConfig) {}

  /** @returns undefined when nothing stands against the address */
  check(url: string): UrlProblem | undefined {
    const message = formError(url);
    if (message) return { code: 'url_invalid', message };
    const { hostname } = new URL(url);
    const path = withoutQuery(url);
    const found = this.config.pulls.verifiedUrls.filter((verified) => covers(verified, path, hostname));
    if (found.length === 0) return UNVERIFIED;
    // All paths of a domain are its owner's; a prefix could be left.
    const isOfDomain = found.some((verified) => !isPrefix(verified));
    return isOfDomain || !path.includes('%2F') ? undefined : { code: 'url_invalid', message: SLASH };
  }
}

const UNVERIFIED: UrlProblem = {
  code: 'url_ownership_unverified',
  message:
    'must be on a domain, or under a prefix, that is verified in the TikTok app and listed in TIKTOK_VERIFIED_URLS',
};
const SLASH =
  'must not hold percent-encoded slashes below a verified prefix: write them as slashes, or verify the domain';

/** A prefix covers exactly what begins with it, a domain itself and all its sub-domains. */
function covers(verified: string, path: string, hostname: string): boolean {
  if (isPrefix(verified)) return path.startsWith(verified);
  return hostname === verified || hostname.endsWith(`.${verified}`);
}

function isPrefix(verified: string): boolean {
  return verified.includes('/');
}

/** The part that decides where an address leads. Signatures stand in the query, and no server takes a path from there. */
function withoutQuery(url: string): string {
  return url.split('?', 1)[0] ?? '';
}

function formError(url: string): string | undefined {
  if (!url.startsWith('https://')) return 'must begin with https://';
  const path = withoutQuery(url);
  if (path.length > MAX_PATH_LENGTH)
    return `must have at most ${MAX_PATH_LENGTH} characters before its query`;
  if (url.length > MAX_LENGTH) return `must have at most ${MAX_LENGTH} characters`;
  if (url.includes('#')) return 'must not have a fragment (#)';
  if (!PLAIN.test(url))
    return 'must hold only characters that an address may have: percent-encode the others';
  if (HALF_ENCODED.test(url)) return 'must have two hexadecimal digits after each %';
  if (CONTROL.test(url)) return 'must not hold percent-encoded control characters';
  if (DISGUISED.test(path.replaceAll(ENCODED_SLASH, '')))
    return 'must not hold percent-encoded dots, backslashes or percent signs in its path, nor slashes encoded as %2f';
  if (!URL.canParse(url)) return 'must be a well-formed address';
  return hostError(url, path);
}

function hostError(url: string, path: string): string | undefined {
  const { href, hostname, username, password, port } = new URL(url);
  if (username || password || url.slice(0, href.indexOf(hostname)).includes('@'))
    return 'must not name a user';
  if (port || /^https:\/\/[^/?]*:/.test(url)) return 'must not name a port';
  if (!DOMAIN.test(hostname)) return 'must name a domain, not an IP address or a local name';
  if (DOTS.test(path.replaceAll(ENCODED_SLASH, '/')) || withoutQuery(href) !== path)
    return 'must be in its plain form: a lower-case host, a path, and no . or .. in it';
  return undefined;
}
