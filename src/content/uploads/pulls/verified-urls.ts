import { Injectable } from '@nestjs/common';
import { AppConfig, DOMAIN, isUrl } from '../../../config/index.js';

/** The reason why TikTok cannot fetch from a URL. */
export interface UrlProblem {
  code: 'url_invalid' | 'url_ownership_unverified';
  /** What to change: "must …". */
  message: string;
}

// Limits for the URL without its query, and as a whole: a signature with a session token has thousands of characters.
const MAX_PATH_LENGTH = 2048;
const MAX_LENGTH = 8192;
// Characters that RFC 3986 allows in paths and queries, so that every parser reads the same URL.
const PLAIN = /^[A-Za-z0-9\-._~:/?@!$&'()*+,;=%]*$/;
const HALF_ENCODED = /%(?![0-9a-f]{2})/i;
const CONTROL = /%(?:0|1|7f)/i;
// A server can decode these in a path to separators or dots, and leave the verified prefix.
const DISGUISED = /%(?:25|2e|5c|2f)/i;
// Object stores encode slashes in names this way: https://host/v0/b/<bucket>/o/<name>. Encoders use capitals.
const ENCODED_SLASH = /%2F/g;
const DOTS = /\/\.{1,2}(?:;|\/|$)/;

/**
 * Checks that TikTok can fetch from a URL: https, on a domain or under a prefix that is verified in TikTok's portal. Makes no
 * requests.
 * @see https://developers.tiktok.com/doc/content-posting-api-media-transfer-guide
 */
@Injectable()
export class VerifiedUrls {
  constructor(private readonly config: AppConfig) {}

  /** @returns undefined when the URL passes */
  check(url: string): UrlProblem | undefined {
    const message = formError(url);
    if (message) return { code: 'url_invalid', message };
    const { hostname } = new URL(url);
    const path = withoutQuery(url);
    const found = this.config.pulls.verifiedUrls.filter((verified) => covers(verified, path, hostname));
    if (found.length === 0) return UNVERIFIED;
    // A domain covers all paths, but an encoded slash could leave a prefix.
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
  'must not contain percent-encoded slashes under a verified prefix; use plain slashes, or verify the domain';

/** A prefix covers every URL that starts with it. A domain covers itself and its subdomains. */
function covers(verified: string, path: string, hostname: string): boolean {
  if (isPrefix(verified)) return path.startsWith(verified);
  return hostname === verified || hostname.endsWith(`.${verified}`);
}

function isPrefix(verified: string): boolean {
  return verified.includes('/');
}

/** Returns the part that decides which file the URL names. Queries carry signatures, never paths. */
function withoutQuery(url: string): string {
  return url.split('?', 1)[0] ?? '';
}

function formError(url: string): string | undefined {
  if (!url.startsWith('https://')) return 'must begin with https://';
  const path = withoutQuery(url);
  if (path.length > MAX_PATH_LENGTH)
    return `must have at most ${MAX_PATH_LENGTH} characters before the query`;
  if (url.length > MAX_LENGTH) return `must have at most ${MAX_LENGTH} characters`;
  if (url.includes('#')) return 'must not have a fragment (#)';
  if (!PLAIN.test(url)) return 'must contain only valid URL characters; percent-encode the others';
  if (HALF_ENCODED.test(url)) return 'must have two hexadecimal digits after each %';
  if (CONTROL.test(url)) return 'must not contain percent-encoded control characters';
  if (DISGUISED.test(path.replaceAll(ENCODED_SLASH, '')))
    return 'must not contain percent-encoded dots, backslashes or percent signs in the path, or slashes encoded as %2f';
  if (!isUrl(url)) return 'must be a valid URL';
  return hostError(url, path);
}

function hostError(url: string, path: string): string | undefined {
  const { href, hostname, username, password, port } = new URL(url);
  if (username || password || url.slice(0, href.indexOf(hostname)).includes('@'))
    return 'must not contain a user name';
  if (port || /^https:\/\/[^/?]*:/.test(url)) return 'must not contain a port';
  if (!DOMAIN.test(hostname)) return 'must use a domain name, not an IP address or a local name';
  if (DOTS.test(path.replaceAll(ENCODED_SLASH, '/')) || withoutQuery(href) !== path)
    return 'must be normalised: a lower-case host, a path, and no . or .. segments';
  return undefined;
}
