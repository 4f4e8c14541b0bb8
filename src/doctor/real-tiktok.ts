import type { AppConfig } from '../config/index.js';

const HOSTS = /(^|\.)(tiktok\.com|tiktokapis\.com)$/;

/** Whether any of the base URLs is TikTok's own: its rules then apply. A sandbox takes any address. */
export function isRealTikTok({ authBaseUrl, apiBaseUrl, businessBaseUrl }: AppConfig['tiktok']): boolean {
  return [authBaseUrl, apiBaseUrl, businessBaseUrl].some((url) => HOSTS.test(new URL(url).hostname));
}
