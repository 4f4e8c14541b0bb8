import type { AppConfig } from '../config/index.js';

const HOSTS = /(^|\.)(tiktok\.com|tiktokapis\.com)$/;

/** True if a base URL is TikTok's own, whose rules then apply. A sandbox accepts any address. */
export function isRealTikTok({ authBaseUrl, apiBaseUrl, businessBaseUrl }: AppConfig['tiktok']): boolean {
  return [authBaseUrl, apiBaseUrl, businessBaseUrl].some((url) => HOSTS.test(new URL(url).hostname));
}
