import { isTransient, TikTokApiError } from '../../tiktok/index.js';

/** @returns TikTok's reason if repeating the call soon cannot help; undefined for every other failure */
export function finalRefusal(error: unknown): string | undefined {
  if (!(error instanceof TikTokApiError) || isTransient(error)) return undefined;
  return error.tiktokMessage || error.code;
}
