import { z } from 'zod';

const PLACEHOLDERS = ['integrationId', 'organisationId', 'family'];

/** An address of the admin UI that names, by placeholders, what is to be connected again. */
export const reconnectUrl = z
  .url({
    protocol: /^https?$/,
    error: 'must be an address such as https://admin.example/integrations/{integrationId}/reconnect',
  })
  .refine((template) => !originOf(template).includes('@'), 'must not contain a user or password')
  .refine(
    (template) => namesIn(template).every((name) => PLACEHOLDERS.includes(name)),
    `knows the placeholders ${PLACEHOLDERS.map((name) => `{${name}}`).join(', ')} and no other`,
  )
  .refine(
    (template) => namesIn(template).includes('integrationId'),
    'must contain {integrationId}: the admin UI has to know which account is meant',
  )
  .refine(
    (template) => !originOf(template).includes('{'),
    'must have its placeholders after the host, in the path or the query',
  );

function namesIn(template: string): string[] {
  return [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
}

function originOf(template: string): string {
  return /^https?:\/\/[^/?#]*/i.exec(template)?.[0] ?? '';
}
