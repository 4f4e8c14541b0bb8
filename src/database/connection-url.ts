import { isUrl } from '../config/index.js';
/** A URL without the parameters that every connection of the service sets itself, and its `options`. */
export interface ConnectionParameters {
  url: string;
  options: string | undefined;
}

// In node-postgres, the URL overrides the code, so it could drop the role.
const OURS = ['options', 'application_name'];

/** Removes `options` and `application_name` from the URL. A URL without them stays unchanged, character for character. */
export function extractConnectionParameters(url: string): ConnectionParameters {
  if (!isUrl(url)) return { url, options: undefined };
  const parsed = new URL(url);
  const options = parsed.searchParams.get('options') ?? undefined;
  if (!OURS.some((name) => parsed.searchParams.has(name))) return { url, options };
  for (const name of OURS) parsed.searchParams.delete(name);
  return { url: parsed.href, options };
}
