import { TikTokNetworkError } from './tiktok-errors.js';

/** Limits requests to the configured origins, and to subdomains of the upload domains over HTTPS. */
export class HostAllowList {
  private readonly origins: Set<string>;

  constructor(
    baseUrls: readonly string[],
    private readonly uploadDomains: readonly string[],
  ) {
    this.origins = new Set(baseUrls.map((url) => new URL(url).origin));
  }

  /** @throws TikTokNetworkError (never sent) for any other host */
  check(url: URL): void {
    if (this.origins.has(url.origin)) return;
    const known = this.uploadDomains.some(
      (domain) => url.hostname === domain || url.hostname.endsWith(`.${domain}`),
    );
    if (known && url.protocol === 'https:' && url.port === '') return;
    throw new TikTokNetworkError(url.pathname, false, new Error(`${url.origin} is not a TikTok host`));
  }
}
