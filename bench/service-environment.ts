import { randomBytes, randomUUID } from 'node:crypto';
import type { EmbeddedPostgres } from 'local-postgres';

/** Where a service that is measured finds what it needs. */
export interface Surroundings {
  folder: string;
  postgres: EmbeddedPostgres;
  port: number;
  /** TikTok's address: the sandbox, or where no one listens. */
  tiktok: string;
}

/** The settings of a service that is measured. */
export function serviceEnvironment({ folder, postgres, port, tiktok }: Surroundings): Record<string, string> {
  return {
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATA_DIR: folder,
    DATABASE_URL: postgres.appUrl,
    DATABASE_SYSTEM_URL: postgres.systemUrl,
    DATABASE_OWNER_URL: postgres.ownerUrl,
    JWT_SECRET: randomUUID().repeat(2),
    TOKEN_ENCRYPTION_KEYS: `bench:${randomBytes(32).toString('base64')}`,
    TIKTOK_CLIENT_KEY: 'sandbox-client-key',
    TIKTOK_CLIENT_SECRET: 'sandbox-client-secret',
    TIKTOK_AUTH_BASE_URL: tiktok,
    TIKTOK_API_BASE_URL: tiktok,
    TIKTOK_BUSINESS_BASE_URL: tiktok,
    TIKTOK_KEEP_RATE_LIMITS: 'false',
  };
}
