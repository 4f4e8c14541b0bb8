import { Injectable } from '@nestjs/common';
import { AppConfig, DOMAIN } from '../../../config/index.js';

/** Why TikTok would not fetch from an address. */
export interface UrlProblem {
  code: 'url_invalid' | 'url_ownership_unverified';
  /** What is wrong with it, and what helps: "must …". */
  complaint: string;
}

const MAX_LENGTH = 2048;
// What RFC 3986 allows in a path and a query, so that every reader of the address sees the same one.
const PLAIN = /^[A-Za-z0-9\-._~:/?@!$&'()*+,;=%]*$/;
const HALF_ENCODED = /%(?![0-9a-f]{2})/i;
// A server may decode these into separators, dots or the end of the path, and leave the prefix that was verified.
const DISGUISED = /%(?:0|1|7f|25|2e|2f|5c)/i;
const DOTS = /\/\.{1,2}(?:;|\/|\?|$)/;

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
    const complaint = formComplaint(url);
    if (complaint) return { code: 'url_invalid', complaint };
    const { hostname } = new URL(url);
    const { verifiedUrls } = this.config.pulls;
    if (verifiedUrls.some((verified) => covers(verified, url, hostname))) return undefined;
    return {
      code: 'url_ownership_unverified',
      complaint:
        'must be on a domain, or under a prefix, that is verified in the TikTok app and listed in TIKTOK_VERIFIED_URLS',
    };
  }
}

/** A prefix covers exactly what begins with it, a domain itself and all its sub-domains. */
function covers(verified: string, url: string, hostname: string): boolean {
  if (verified.includes('/')) return url.startsWith(verified);
  return hostname === verified || hostname.endsWith(`.${verified}`);
}

function formComplaint(url: string): string | undefined {
  if (!url.startsWith('https://')) return 'must begin with https://';
  if (url.length > MAX_LENGTH) return `must have at most ${MAX_LENGTH} characters`;
  if (url.includes('#')) return 'must not have a fragment (#)';
  if (!PLAIN.test(url))
    return 'must hold only characters that an address may have: percent-encode the others';
  if (HALF_ENCODED.test(url)) return 'must have two hexadecimal digits after each %';
  if (DISGUISED.test(url))
    return 'must not hold percent-encoded slashes, dots, percent or control characters';
  if (!URL.canParse(url)) return 'must be a well-formed address';
  return hostComplaint(url);
}

function hostComplaint(url: string): string | undefined {
  const { href, hostname, username, password, port } = new URL(url);
  if (username || password || url.slice(0, href.indexOf(hostname)).includes('@'))
    return 'must not name a user';
  if (port || /^https:\/\/[^/?]*:/.test(url)) return 'must not name a port';
  if (!DOMAIN.test(hostname)) return 'must name a domain, not an IP address or a local name';
  if (DOTS.test(url) || href !== url)
    return 'must be in its plain form: a lower-case host, a path, and no . or .. in it';
  return undefined;
}
