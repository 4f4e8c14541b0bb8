import { describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { serviceDataSource } from '../../src/database/data-source-options.js';
import { migrate } from '../../src/database/index.js';
import { withOwnDatabase } from '../support/own-database.js';

const role = 'tiktok_connector_app';

async function serviceRole(url: string): Promise<string> {
  const source = await new DataSource(serviceDataSource(url, 1)).initialize();
  try {
    const [row] = await source.query<{ current_user: string }[]>('SELECT current_user');
    return row?.current_user ?? '';
  } finally {
    await source.destroy();
  }
}

describe('A database whose logins are no superusers', () => {
  it('is migrated and served by one login that may become the role', async () => {
    await withOwnDatabase(async ({ database, login, sql, urlOf }) => {
      const owner = await login();
      await sql(`GRANT ${role} TO ${owner}`);
      await sql(`ALTER DATABASE ${database} OWNER TO ${owner}`);
      expect((await migrate(urlOf(owner))).length).toBeGreaterThan(5);
      expect(await serviceRole(urlOf(owner))).toBe(role);
    });
  });

  it('is migrated by an owner and served by another login', async () => {
    await withOwnDatabase(async ({ database, login, sql, urlOf }) => {
      const [owner, service] = [await login(), await login()];
      await sql(`ALTER DATABASE ${database} OWNER TO ${owner}`);
      await sql(`GRANT ${role} TO ${service}`);
      expect((await migrate(urlOf(owner))).length).toBeGreaterThan(5);
      expect(await serviceRole(urlOf(service))).toBe(role);
    });
  });

  it('is the second of its cluster, owned by a login that may create roles', async () => {
    await withOwnDatabase(async ({ database, login, sql, urlOf }) => {
      const owner = await login('CREATEROLE');
      await sql(`ALTER DATABASE ${database} OWNER TO ${owner}`);
      await sql(`GRANT ${role} TO ${owner} WITH ADMIN OPTION`);
      expect((await migrate(urlOf(owner))).length).toBeGreaterThan(5);
      expect(await serviceRole(urlOf(owner))).toBe(role);
    });
  });

  it('does not let a login serve that may not become the role', async () => {
    await withOwnDatabase(async ({ database, login, sql, urlOf }) => {
      const [owner, stranger] = [await login(), await login()];
      await sql(`ALTER DATABASE ${database} OWNER TO ${owner}`);
      await migrate(urlOf(owner));
      await expect(serviceRole(urlOf(stranger))).rejects.toThrow(`role "${role}"`);
    });
  });
});
