import type { Exchange } from './wire-tap.js';

/** A value that must stay where it belongs. */
export interface Secret {
  kind: 'access token' | 'refresh token' | 'code' | 'state' | 'upload token' | 'configured' | 'caller';
  value: string;
}

const FIELDS: Record<string, Secret['kind']> = {
  access_token: 'access token',
  refresh_token: 'refresh token',
};
const CORE_LENGTH = 16;

/** Every secret that TikTok has handed out, by what passed between it and its callers: browsers and the connector. */
export function secretsOf(exchanges: readonly Exchange[]): Secret[] {
  const found = new Map<string, Secret>();
  const add = (kind: Secret['kind'], value: string | null | undefined) => {
    if (value) found.set(value, { kind, value });
  };
  for (const { body, headers, query } of exchanges) {
    add('state', new URLSearchParams(query).get('state'));
    if (headers.location) {
      const { searchParams } = new URL(headers.location, 'http://localhost');
      for (const name of ['code', 'auth_code']) add('code', searchParams.get(name));
    }
    for (const [, name = '', value] of body.matchAll(/"(access_token|refresh_token)":\s*"([^"]+)"/g))
      add(FIELDS[name] ?? 'access token', value);
    for (const [, url = ''] of body.matchAll(/"upload_url":\s*"([^"]+)"/g))
      for (const value of new URL(JSON.parse(`"${url}"`) as string).searchParams.values())
        if (value.length >= CORE_LENGTH) add('upload token', value);
  }
  return [...found.values()];
}

/**
 * The places that hold a secret, or enough of it to tell which one: its random middle, however the rest was cut or
 * percent-encoded, and its whole as base64 or hex.
 */
export function leaks(secrets: readonly Secret[], places: Record<string, string>): string[] {
  return Object.entries(places).flatMap(([place, text]) =>
    secrets
      .filter(({ value }) => forms(value).some((form) => text.includes(form)))
      .map(({ kind, value }) => `${kind} ${value.slice(0, 10)}… in ${place}`),
  );
}

function forms(value: string): string[] {
  const random = value.replace(/^(act|rft)\./, '');
  const core = /[\w-]{16}/.exec(random)?.[0] ?? random;
  const bytes = Buffer.from(value);
  return [
    value,
    core,
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ];
}
