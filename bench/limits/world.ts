import { randomBytes, randomUUID } from 'node:crypto';
import { APP, BusinessClient } from 'tiktok-sandbox/testing';
import { KEYS, type SandboxClient } from 'tiktok-sandbox/testing';
import { CallerProcess } from './caller-process.js';
import { startRedis } from './redis.js';
import type { Work } from './work.js';

const PROCESSES = 3;
// In each process. Together the big account wants ten times as much as each of the three small ones.
const ROWS = { big: 30, small: 3, business: 3, advertiser: 20 };

/** A TikTok with its limits on, and processes that want more than it allows. */
export interface LimitsWorld {
  sandbox: SandboxClient;
  processes: CallerProcess[];
  /** Where calls are counted. */
  store: 'Redis' | 'memory';
  work: Work;
  stop(): Promise<void>;
}

/** Several processes when they can count together in Redis, otherwise one. */
export async function limitsWorld(): Promise<LimitsWorld> {
  const [business, redis] = await Promise.all([
    BusinessClient.start({ business: { appRateLimits: true, appLevel: 'basic' } }),
    startRedis(),
  ]);
  const environment = environmentOf(business.sandbox.sandbox.url, redis?.url ?? '');
  const processes = await Promise.all(
    Array.from({ length: redis ? PROCESSES : 1 }, () => CallerProcess.start(environment)),
  );
  const work = await workAt(business);
  const stop = async () => {
    for (const one of processes) one.stop();
    await business.close();
    redis?.stop();
  };
  return { sandbox: business.sandbox, processes, store: redis ? 'Redis' : 'memory', work, stop };
}

async function workAt(business: BusinessClient): Promise<Work> {
  const accounts: Work['accounts'] = [];
  for (const [username, rows] of Object.entries({
    big: ROWS.big,
    a: ROWS.small,
    b: ROWS.small,
    c: ROWS.small,
  })) {
    await business.control('/accounts', { username, videos: 1 });
    accounts.push({ token: await business.sandbox.accessToken({ sandbox_account: username }), rows });
  }
  return {
    accounts,
    business: [{ ...(await business.accountToken()), rows: ROWS.business }],
    advertiser: { ...(await business.advertiserToken()), rows: ROWS.advertiser },
  };
}

function environmentOf(tiktok: string, redisUrl: string): Record<string, string> {
  return {
    // The configuration wants one; no process of this measurement opens it.
    DATABASE_URL: 'postgres://none@127.0.0.1:1/none',
    REDIS_URL: redisUrl,
    JWT_SECRET: randomUUID().repeat(2),
    TOKEN_ENCRYPTION_KEYS: `bench:${randomBytes(32).toString('base64')}`,
    TIKTOK_CLIENT_KEY: KEYS.client_key,
    TIKTOK_CLIENT_SECRET: KEYS.client_secret,
    TIKTOK_BUSINESS_APP_ID: APP.app_id,
    TIKTOK_BUSINESS_SECRET: APP.secret,
    TIKTOK_BUSINESS_TIER: 'basic',
    TIKTOK_AUTH_BASE_URL: tiktok,
    TIKTOK_API_BASE_URL: tiktok,
    TIKTOK_BUSINESS_BASE_URL: tiktok,
  };
}
