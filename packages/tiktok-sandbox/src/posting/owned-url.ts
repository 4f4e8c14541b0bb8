import { isUrl } from '../is-url.js';
import { isIP } from 'node:net';
import { invalidParams, OpenApiError } from '../open-api/open-api-error.js';
import type { Settings } from '../settings.js';

export const EMPTY_SOURCE = 'The request source info is empty or incorrect';

/** Requires https, a domain instead of an IP address, and a verified domain or URL prefix. Source: reference §5.6. @throws OpenApiError */
export function requireOwnedUrl(text: string, settings: Settings): void {
  if (!isUrl(text)) throw invalidParams(EMPTY_SOURCE);
  const url = new URL(text);
  const isName = isIP(url.hostname.replaceAll(/[[\]]/g, '')) === 0;
  if (url.protocol === 'https:' && isName && settings.verifiedUrls.some((owned) => covers(owned, url)))
    return;
  throw new OpenApiError(
    403,
    'url_ownership_unverified',
    'Please review our URL ownership verification rules at https://developers.tiktok.com/doc/content-posting-api-media-transfer-guide#pull_from_url',
  );
}

function covers(owned: string, url: URL): boolean {
  if (owned.startsWith('https://')) return url.href.startsWith(owned);
  return url.hostname === owned || url.hostname.endsWith(`.${owned}`);
}
