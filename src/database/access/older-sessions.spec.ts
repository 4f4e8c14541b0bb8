import { describe, expect, it } from '@jest/globals';
import { applicationName, SCHEMA_VERSION, schemaVersionIn } from '../application-name.js';
import { isMaybeOlder } from './older-sessions.js';

describe('applicationName', () => {
  it('contains the schema version, and fits into 63 bytes', () => {
    const name = applicationName('listen notifications');
    expect(schemaVersionIn(name)).toBe(SCHEMA_VERSION);
    expect(applicationName('worker tenants').length).toBeLessThan(64);
  });
});

describe('isMaybeOlder', () => {
  it.each([
    ['', true],
    ['tiktok-connector listen notifications', true],
    ['tiktok-connector api tenants schema 1', true],
    [applicationName('api tenants'), false],
    [`tiktok-connector api tenants schema ${SCHEMA_VERSION + 3}`, false],
    ['psql', false],
    ['pg_dump', false],
    ['PostgreSQL JDBC Driver', false],
    ['former', true],
    ['formerly', false],
  ])('of "%s" is %s', (name, older) => {
    expect(isMaybeOlder(name, ['former'])).toBe(older);
  });
});
