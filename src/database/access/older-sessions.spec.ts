import { describe, expect, it } from '@jest/globals';
import { applicationName, SCHEMA_VERSION, schemaVersionIn } from '../application-name.js';
import { mayBeOlder } from './older-sessions.js';

describe('the name of a connection', () => {
  it('tells the version of the schema, and fits into what PostgreSQL keeps', () => {
    const name = applicationName('listen notifications');
    expect(schemaVersionIn(name)).toBe(SCHEMA_VERSION);
    expect(applicationName('worker tenants').length).toBeLessThan(64);
  });
});

describe('mayBeOlder', () => {
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
  ])('says of "%s": %s', (name, older) => {
    expect(mayBeOlder(name, ['former'])).toBe(older);
  });
});
