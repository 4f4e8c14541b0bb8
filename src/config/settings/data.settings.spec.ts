import { describe, expect, it } from '@jest/globals';
import { toDatabaseSettings } from './data.settings.js';
import { environmentSchema } from '../environment.schema.js';
import { parseEnvironment } from '../parse-environment.js';

const URLS = {
  DATABASE_URL: 'postgres://tenants@h/db?application_name=mine',
  DATABASE_OWNER_URL: 'postgres://owner@h/db',
  DATABASE_SYSTEM_URL: 'postgres://system@h/db',
};
const REQUIRED = {
  DATABASE_URL: 'postgres://u@h/db',
  JWT_SECRET: 'x'.repeat(32),
  TOKEN_ENCRYPTION_KEYS: `k:${Buffer.alloc(32, 1).toString('base64')}`,
  TIKTOK_CLIENT_KEY: 'k',
  TIKTOK_CLIENT_SECRET: 's',
};
const settings = (variables: Record<string, string>, pgAppName?: string) =>
  toDatabaseSettings(environmentSchema.parse(variables), pgAppName);

describe('toDatabaseSettings', () => {
  it('uses a login for each of the three', () => {
    expect(settings(URLS)).toMatchObject({
      url: URLS.DATABASE_URL,
      ownerUrl: URLS.DATABASE_OWNER_URL,
      systemUrl: URLS.DATABASE_SYSTEM_URL,
    });
  });

  it('defaults system work to the owner’s login, and everything to one login', () => {
    const { DATABASE_URL, DATABASE_OWNER_URL } = URLS;
    expect(settings({ DATABASE_URL, DATABASE_OWNER_URL }).systemUrl).toBe(DATABASE_OWNER_URL);
    expect(settings({ DATABASE_URL })).toMatchObject({ ownerUrl: DATABASE_URL, systemUrl: DATABASE_URL });
  });

  it('knows the connection names that older versions use with these settings', () => {
    expect(settings(URLS, 'by-environment').formerNames).toEqual(['mine', 'by-environment']);
    expect(settings({ DATABASE_URL: 'postgres://u@h/db' }, '').formerNames).toEqual([]);
  });

  it('reads PGAPPNAME, although it is not a setting of ours', () => {
    const config = parseEnvironment({ ...REQUIRED, PGAPPNAME: 'by-environment' });
    expect(config.database.formerNames).toEqual(['by-environment']);
  });

  it('allows a newer schema only if configured', () => {
    expect(settings(URLS).allowNewerSchema).toBe(false);
    expect(settings({ ...URLS, DATABASE_ALLOW_NEWER_SCHEMA: 'true' }).allowNewerSchema).toBe(true);
  });
});
