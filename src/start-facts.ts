import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AppConfig } from './config/index.js';
import { VERSION } from './runtime/index.js';

/** One line for the reader of the log: what started here, and on what it works. Never a password or a key. */
export function logStart(app: NestFastifyApplication, config: AppConfig, migrations: string[]): void {
  new Logger('Start').log({ ...startFacts(config, addressOf(app)), migrationsApplied: migrations.length });
}

export function startFacts(config: AppConfig, address: string) {
  const { tiktok } = config;
  const keyIds = config.encryptionKeys.map(({ id }) => id);
  return {
    msg: 'the service is ready',
    version: VERSION,
    node: process.version,
    role: config.role,
    production: config.production,
    address,
    publicUrl: config.http.publicUrl,
    database: databaseName(config.database.url),
    queue: config.redisUrl === undefined ? 'in this process' : 'redis',
    staging: config.uploads.s3 ? `s3 bucket ${config.uploads.s3.bucket}` : 'DATA_DIR/uploads',
    dataDir: config.dataDir,
    encryptionKeys: { count: keyIds.length, ids: keyIds },
    tiktok: { auth: tiktok.authBaseUrl, api: tiktok.apiBaseUrl, business: tiktok.businessBaseUrl },
  };
}

/** `host:port/name`; user and password stay out. */
function databaseName(url: string): string {
  const { host, pathname } = new URL(url);
  return host + pathname;
}

/** Where it really listens: PORT=0 takes any port. */
function addressOf(app: NestFastifyApplication): string {
  const address = app.getHttpServer().address();
  if (address === null || typeof address === 'string') return String(address);
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}
