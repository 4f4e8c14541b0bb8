interface Request {
  url: string;
  params: unknown;
  routeOptions: { url?: string | undefined };
}

/** The path in a canonical form: without a trailing slash, and percent-decoded. */
export function requestPath({ routeOptions, params }: Request): string {
  const values = params as Record<string, string | undefined>;
  return (routeOptions.url ?? '').replace(/:(\w+)/g, (_, name: string) => values[name] ?? '');
}

/** The query with its question mark, or an empty string. */
export function requestQuery({ url }: Request): string {
  const start = url.indexOf('?');
  return start < 0 ? '' : url.slice(start);
}
