const API_PATH = /^(\/(?:v2|open_api)\/[^?]*[^/?])(\?|$)/;

/** The path of an API with the slash that it ends in at TikTok. */
export function withLastSlash(url: string): string {
  return url.replace(API_PATH, '$1/$2');
}
