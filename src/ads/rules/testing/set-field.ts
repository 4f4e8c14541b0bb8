/** Sets a field as a complaint names it, e.g. `adGroups[0].bid.amount`. Null takes it out. */
export function setField(body: object, field: string, value: unknown): void {
  const keys = field.split(/[.[\]]+/).filter(Boolean);
  const last = keys.pop() ?? '';
  const place = keys.reduce<Record<string, unknown>>(
    (at, key) => {
      at[key] ??= {};
      return at[key] as Record<string, unknown>;
    },
    body as Record<string, unknown>,
  );
  if (value === null) delete place[last];
  else place[last] = value;
}
