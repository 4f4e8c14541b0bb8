/** Adds a value to a statement. @returns its placeholder */
export type Bind = (value: unknown) => string;

/** The parameters of a statement that is put together: `bind` adds one, and `values` has them in order. */
export function bindings(): { values: unknown[]; bind: Bind } {
  const values: unknown[] = [];
  return { values, bind: (value) => `$${values.push(value)}` };
}
