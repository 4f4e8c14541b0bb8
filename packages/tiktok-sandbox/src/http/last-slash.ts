const API_PATH = /^(\/(?:v2|open_api)\/[^?]*[^/?])(\?|$)/;

/** Adds the trailing slash that TikTok's paths have. */
export function withLastSlash(url: string): string {
  return url.replace(API_PATH, '$1/$2');
}
