/**
 * True if `new URL` accepts the text. `URL.canParse` of Node 20 misreads letters such as ü once it is called often:
 * its fast path takes Latin-1 for UTF-8.
 */
export function isUrl(text: string): boolean {
  try {
    return new URL(text) instanceof URL;
  } catch {
    return false;
  }
}
