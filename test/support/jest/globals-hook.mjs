// A module hook of Node: `@jest/globals` is what Jest hands to the running spec.
const GLOBALS = new URL('./jest-globals.mjs', import.meta.url).href;

export function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: GLOBALS, format: 'module', shortCircuit: true };
  return next(specifier, context);
}
