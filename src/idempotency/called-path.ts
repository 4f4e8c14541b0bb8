interface Called {
  url: string;
  params: unknown;
  routeOptions: { url?: string | undefined };
}

/** The path of a call in one spelling, whatever slash stands at its end and whatever is percent-encoded in it. */
export function calledPath({ routeOptions, params }: Called): string {
  const values = params as Record<string, string | undefined>;
  return (routeOptions.url ?? '').replace(/:(\w+)/g, (_, name: string) => values[name] ?? '');
}

/** With the question mark; empty without a query. */
export function calledQuery({ url }: Called): string {
  const start = url.indexOf('?');
  return start < 0 ? '' : url.slice(start);
}
