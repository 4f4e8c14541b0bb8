import { ControlError } from './control-input.js';

/**
 * Merges the known keys of `given` over `current`, one level of objects deep.
 * @param nullable keys that may be null, with their other type
 * @param maps keys whose objects may have any keys and are replaced as a whole
 * @throws ControlError naming an unknown key or a value of another type
 */
export function override<T extends object>(
  current: T,
  given: Record<string, unknown>,
  nullable: Record<string, string> = {},
  maps: readonly string[] = [],
): T {
  const result = { ...current } as Record<string, unknown>;
  for (const [key, value] of Object.entries(given)) {
    if (!(key in result))
      throw new ControlError(`unknown key ${key}; known: ${Object.keys(result).join(', ')}`);
    const old = result[key];
    const wanted = nullable[key] ?? kindOf(old);
    const isNull = value === null && key in nullable;
    if (!isNull && kindOf(value) !== wanted) throw new ControlError(`${key} must be of type ${wanted}`);
    result[key] =
      wanted === 'object' && !isNull && !maps.includes(key)
        ? override(old as object, value as Record<string, unknown>)
        : value;
  }
  return result as T;
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
}
