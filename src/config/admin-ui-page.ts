import { z } from 'zod';

/**
 * An admin UI address with placeholders.
 * @param needed the placeholder that the page cannot do without, and why
 */
export function adminUiPage(placeholders: readonly string[], needed: { name: string; why: string }) {
  return z
    .url({
      protocol: /^https?$/,
      error: `must be an address such as https://admin.example/page/{${needed.name}}`,
    })
    .refine((template) => !originOf(template).includes('@'), 'must not contain a user or password')
    .refine(
      (template) => namesIn(template).every((name) => placeholders.includes(name)),
      `may only use the placeholders ${placeholders.map((name) => `{${name}}`).join(', ')}`,
    )
    .refine(
      (template) => namesIn(template).includes(needed.name),
      `must contain {${needed.name}}: ${needed.why}`,
    )
    .refine(
      (template) => !originOf(template).includes('{'),
      'may have placeholders only after the host, in the path or the query',
    );
}

/** The address with its placeholders filled in. */
export function filledPage(template: string, values: Record<string, string>): string {
  return Object.entries(values).reduce(
    (url, [name, value]) => url.replaceAll(`{${name}}`, encodeURIComponent(value)),
    template,
  );
}

function namesIn(template: string): string[] {
  return [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
}

function originOf(template: string): string {
  return /^https?:\/\/[^/?#]*/i.exec(template)?.[0] ?? '';
}
