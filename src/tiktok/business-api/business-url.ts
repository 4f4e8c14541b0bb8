import type { AppConfig } from '../../config/index.js';

/** Values of a query: TikTok wants arrays and objects as JSON text. Undefined ones are left out. */
export type QueryValue = string | number | boolean | readonly unknown[] | object | undefined;

/** @param path as in TikTok's reference, with its slash at the end: without it the gateway knows no such path */
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
