import { z } from 'zod';

/**
 * An address of the admin UI that names, by placeholders, what it is about.
 * @param needed the placeholder without which that page could not know what is meant
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
      `knows the placeholders ${placeholders.map((name) => `{${name}}`).join(', ')} and no other`,
    )
    .refine(
      (template) => namesIn(template).includes(needed.name),
      `must contain {${needed.name}}: ${needed.why}`,
    )
    .refine(
      (template) => !originOf(template).includes('{'),
      'must have its placeholders after the host, in the path or the query',
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
