import { parseEnvironment, type AdDriver } from '../../../config/index.js';
import type { RuleContext } from '../rule-context.js';

const ENOUGH = {
  DATABASE_URL: 'postgres://user:password@127.0.0.1:5432/connector',
  JWT_SECRET: 'a secret of more than 32 characters',
  TOKEN_ENCRYPTION_KEYS: `k:${Buffer.alloc(32, 1).toString('base64')}`,
  TIKTOK_CLIENT_KEY: 'awClientKey',
  TIKTOK_CLIENT_SECRET: 'clientSecret',
};

/** The time at which the samples are checked. */
export const NOW = new Date('2026-12-01T08:00:00Z');

/** A context with the settings that the variables give. */
export function sampleContext(
  driver: AdDriver,
  currency: string | null = 'USD',
  variables: Record<string, string> = {},
): RuleContext {
  const settings = parseEnvironment({ ...ENOUGH, ...variables }).ads.rules;
  return { driver, currency, now: NOW, settings };
}
