// Stands in for `@jest/globals` where specs run on Node's own module loader. The bindings are live: each spec file gets its own.
export let afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest, test;

export function setGlobals(globals) {
  ({ afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest, test } = globals);
}
