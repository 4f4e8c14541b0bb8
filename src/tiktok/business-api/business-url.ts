import type { AppConfig } from '../../config/index.js';

/** Query values. Arrays and objects are sent as JSON text, as TikTok requires; undefined values are omitted. */
export type QueryValue = string | number | boolean | readonly unknown[] | object | undefined;

/** @param path as in TikTok's reference, with the trailing slash that the gateway requires */
export function businessUrl(
  { businessBaseUrl, businessApiVersion }: AppConfig['tiktok'],
  path: string,
  query: Record<string, QueryValue> = {},
): string {
  const url = new URL(`${businessBaseUrl}/open_api/${businessApiVersion}${path}`);
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined) continue;
    url.searchParams.set(key, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  return url.href;
}
