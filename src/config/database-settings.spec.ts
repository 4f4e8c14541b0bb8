import { describe, expect, it } from '@jest/globals';
import { toDatabaseSettings } from './database-settings.js';
import { environmentSchema } from './environment.schema.js';

const URLS = {
  DATABASE_URL: 'postgres://tenants@h/db?application_name=mine',
  DATABASE_OWNER_URL: 'postgres://owner@h/db',
  DATABASE_SYSTEM_URL: 'postgres://system@h/db',
};
const settings = (variables: Record<string, string>, pgAppName?: string) =>
  toDatabaseSettings(environmentSchema.parse(variables), pgAppName);

describe('toDatabaseSettings', () => {
  it('takes a login for each of the three', () => {
    expect(settings(URLS)).toMatchObject({
      url: URLS.DATABASE_URL,
      ownerUrl: URLS.DATABASE_OWNER_URL,
      systemUrl: URLS.DATABASE_SYSTEM_URL,
    });
  });

  it('does system work by the owner’s login where none is named for it, and everything by one login at the least', () => {
    const { DATABASE_URL, DATABASE_OWNER_URL } = URLS;
    expect(settings({ DATABASE_URL, DATABASE_OWNER_URL }).systemUrl).toBe(DATABASE_OWNER_URL);
    expect(settings({ DATABASE_URL })).toMatchObject({ ownerUrl: DATABASE_URL, systemUrl: DATABASE_URL });
  });

  it('knows what older versions with these settings call their connections', () => {
    expect(settings(URLS, 'by-environment').formerNames).toEqual(['mine', 'by-environment']);
    expect(settings({ DATABASE_URL: 'postgres://u@h/db' }, '').formerNames).toEqual([]);
  });

  it('starts on a newer schema only when told to', () => {
    expect(settings(URLS).allowNewerSchema).toBe(false);
    expect(settings({ ...URLS, DATABASE_ALLOW_NEWER_SCHEMA: 'true' }).allowNewerSchema).toBe(true);
  });
});
