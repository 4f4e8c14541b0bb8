import type { Environment } from './environment.schema.js';

const BASE_URLS = ['TIKTOK_AUTH_BASE_URL', 'TIKTOK_API_BASE_URL', 'TIKTOK_BUSINESS_BASE_URL'] as const;

/** A rehearsal is against a sandbox on this machine and nothing else: with TikTok's own addresses nothing starts. */
export function rehearsalComplaints(env: Environment): string[] {
  if (!env.TIKTOK_REHEARSAL) return [];
  const elsewhere = BASE_URLS.filter((key) => !isLoopback(env[key]));
  if (elsewhere.length === 0) return [];
  const what = `TIKTOK_REHEARSAL: is for a sandbox on this machine, and ${elsewhere.join(', ')}`;
  return [`${what} ${elsewhere.length === 1 ? 'is' : 'are'} no loopback address; remove TIKTOK_REHEARSAL`];
}

/** What production demands to be https may be plain on this machine while it is rehearsed. */
export function mayBePlain(env: Environment, key: keyof Environment): boolean {
  const isPartOfRehearsal = key === 'PUBLIC_URL' || BASE_URLS.some((base) => base === key);
  return env.TIKTOK_REHEARSAL && isPartOfRehearsal && isLoopback(String(env[key]));
}

function isLoopback(url: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(new URL(url).hostname);
}
