import type { Environment } from './environment.schema.js';

const BASE_URLS = ['TIKTOK_AUTH_BASE_URL', 'TIKTOK_API_BASE_URL', 'TIKTOK_BUSINESS_BASE_URL'] as const;

/** Problems of a rehearsal, which may only use a sandbox on this machine. */
export function rehearsalProblems(env: Environment): string[] {
  if (!env.TIKTOK_REHEARSAL) return [];
  const elsewhere = BASE_URLS.filter((key) => !isLoopback(env[key]));
  if (elsewhere.length === 0) return [];
  const what = `TIKTOK_REHEARSAL: requires a sandbox on this machine, but ${elsewhere.join(', ')}`;
  return [
    `${what} ${elsewhere.length === 1 ? 'is not a loopback address' : 'are not loopback addresses'}; remove TIKTOK_REHEARSAL`,
  ];
}

/** True if this address may be http: at a loopback address during a rehearsal. */
export function mayBePlain(env: Environment, key: keyof Environment): boolean {
  const isPartOfRehearsal = key === 'PUBLIC_URL' || BASE_URLS.some((base) => base === key);
  return env.TIKTOK_REHEARSAL && isPartOfRehearsal && isLoopback(String(env[key]));
}

function isLoopback(url: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(new URL(url).hostname);
}
