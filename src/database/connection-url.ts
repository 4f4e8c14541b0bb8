/** A URL without the parameters that every connection of the service sets itself, and what it said of them. */
export interface OwnParameters {
  url: string;
  options: string | undefined;
}

// To node-postgres what the URL says counts more than what the code says: it could take the role away.
const OURS = ['options', 'application_name'];

/** Takes `options` and `application_name` out of the URL; any other URL stays as it is, character for character. */
export function takeOwnParameters(url: string): OwnParameters {
  if (!URL.canParse(url)) return { url, options: undefined };
  const parsed = new URL(url);
  const options = parsed.searchParams.get('options') ?? undefined;
  if (!OURS.some((name) => parsed.searchParams.has(name))) return { url, options };
  for (const name of OURS) parsed.searchParams.delete(name);
  return { url: parsed.href, options };
}
