/** Copies a body without its null fields, which mean the same as absent ones. */
export function withoutNulls<Body>(body: Body): Body {
  return cleaned(body) as Body;
}

function cleaned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== null && item !== undefined)
      .map(([key, item]) => [key, cleaned(item)]),
  );
}
