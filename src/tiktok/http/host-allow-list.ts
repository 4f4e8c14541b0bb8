import { TikTokNetworkError } from './tiktok-errors.js';

/** Where requests may go: the configured origins exactly, and sub-domains of the upload domains over HTTPS. */
export class HostAllowList {
  private readonly origins: Set<string>;

  constructor(
    baseUrls: readonly string[],
    private readonly uploadDomains: readonly string[],
  ) {
    this.origins = new Set(baseUrls.map((url) => new URL(url).origin));
  }

  /** @throws TikTokNetworkError (never sent) for any other place */
  check(url: URL): void {
    if (this.origins.has(url.origin)) return;
    const known = this.uploadDomains.some(
      (domain) => url.hostname === domain || url.hostname.endsWith(`.${domain}`),
    );
    if (known && url.protocol === 'https:' && url.port === '') return;
    throw new TikTokNetworkError(url.pathname, false, new Error(`${url.origin} is not among TikTok's hosts`));
  }
}
