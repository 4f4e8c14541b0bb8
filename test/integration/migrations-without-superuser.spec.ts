import { describe, expect, it } from '@jest/globals';
import { serviceDataSource, systemDataSource } from '../../src/database/data-source-options.js';
import { migrate } from '../../src/database/index.js';
import { openDataSource } from '../../src/database/open-data-source.js';
import { run } from '../support/database.js';
import { withOwnDatabase } from '../support/own-database.js';
import { useClusters } from './embedded-postgres/clusters.js';

const app = 'tiktok_connector_app';
const system = 'tiktok_connector_system';

async function roleOf(options: ReturnType<typeof serviceDataSource>, key: string): Promise<string> {
  const source = await openDataSource(options, key);
  try {
    const [row] = await source.query<{ current_user: string }[]>('SELECT current_user');
    return row?.current_user ?? '';
  } finally {
    await source.destroy();
  }
}

const serviceRole = (url: string) => roleOf(serviceDataSource(url, 1), 'DATABASE_URL');
const systemRole = (url: string) => roleOf(systemDataSource(url, 1), 'DATABASE_SYSTEM_URL');

describe('migrate, without a superuser', () => {
  it('lets one login with both roles migrate and serve', async () => {
    await withOwnDatabase(async ({ database, login, sql, urlOf }) => {
      const owner = await login();
      await sql(`GRANT ${app}, ${system} TO ${owner}`);
      await sql(`ALTER DATABASE ${database} OWNER TO ${owner}`);
      expect((await migrate(urlOf(owner))).length).toBeGreaterThan(5);
      expect(await serviceRole(urlOf(owner))).toBe(app);
      expect(await systemRole(urlOf(owner))).toBe(system);
    });
  });

  it('lets an owner migrate, and one login per kind of work serve', async () => {
    await withOwnDatabase(async ({ database, login, sql, urlOf }) => {
      const [owner, tenants, work] = [await login(), await login(), await login()];
      await sql(`ALTER DATABASE ${database} OWNER TO ${owner}`);
      await sql(`GRANT ${app} TO ${tenants}`);
      await sql(`GRANT ${system} TO ${owner}, ${work}`);
      expect((await migrate(urlOf(owner))).length).toBeGreaterThan(5);
      expect(await serviceRole(urlOf(tenants))).toBe(app);
      expect(await systemRole(urlOf(work))).toBe(system);
      await expect(systemRole(urlOf(tenants))).rejects.toThrow(
        /login in DATABASE_SYSTEM_URL may not become the role tiktok_connector_system.*GRANT tiktok_connector_system TO/,
      );
      const reset = `SET ROLE NONE; SELECT set_config('app.system_reason', 'x', false)`;
      await expect(run(urlOf(tenants), `${reset}; SET ROLE ${system}`)).rejects.toThrow('permission denied');
    });
  });

  it('migrates a second database of a cluster, as a login that may create roles', async () => {
    await withOwnDatabase(async ({ database, login, sql, urlOf }) => {
      const owner = await login('CREATEROLE');
      await sql(`ALTER DATABASE ${database} OWNER TO ${owner}`);
      await sql(`GRANT ${app}, ${system} TO ${owner} WITH ADMIN OPTION`);
      expect((await migrate(urlOf(owner))).length).toBeGreaterThan(5);
      expect(await serviceRole(urlOf(owner))).toBe(app);
    });
  });

  it('refuses to serve with a login that may not become the role', async () => {
    await withOwnDatabase(async ({ database, login, sql, urlOf }) => {
      const [owner, stranger] = [await login(), await login()];
      await sql(`ALTER DATABASE ${database} OWNER TO ${owner}`);
      await migrate(urlOf(owner));
      await expect(serviceRole(urlOf(stranger))).rejects.toThrow(`role ${app}`);
    });
  });

  it('refuses to migrate rows that the owner cannot see', async () => {
    await withOwnDatabase(async ({ database, login, sql, urlOf }) => {
      const owner = await login();
      await sql(`ALTER DATABASE ${database} OWNER TO ${owner}`);
      await migrate(urlOf(owner));
      await sql(`DELETE FROM schema_migrations WHERE name LIKE 'AuditInsertOnly%'`);
      await expect(migrate(urlOf(owner))).rejects.toThrow(
        new RegExp(`"${owner}" owns the tables but cannot see their rows.*GRANT ${system} TO "${owner}"`),
      );
    });
  });

  it('names the owner of the tables when another login tries to migrate', async () => {
    await withOwnDatabase(async ({ database, login, sql, urlOf }) => {
      const [owner, other] = [await login(), await login()];
      await sql(`ALTER DATABASE ${database} OWNER TO ${owner}`);
      await migrate(urlOf(owner));
      await expect(migrate(urlOf(other))).rejects.toThrow(
        /may not read schema_migrations.*DATABASE_OWNER_URL/,
      );
    });
  });
});

describe('migrate, in a new cluster', () => {
  const { newDataDir, start } = useClusters();

  /** Creates a login without SUPERUSER, and its own database. */
  async function newCluster(attributes: string): Promise<{ superuser: string; owner: string }> {
    const { ownerUrl } = await start({ dataDir: newDataDir() });
    const superuser = Object.assign(new URL(ownerUrl), { pathname: '/postgres' }).href;
    await run(superuser, `DROP ROLE ${app}, ${system}`);
    await run(superuser, `CREATE ROLE operator LOGIN PASSWORD 'x' ${attributes}`);
    await run(superuser, 'CREATE DATABASE service OWNER operator');
    const owner = Object.assign(new URL(ownerUrl), {
      pathname: '/service',
      username: 'operator',
      password: 'x',
    }).href;
    return { superuser, owner };
  }

  it('works with one login that may create roles', async () => {
    const { owner } = await newCluster('CREATEROLE');

    expect((await migrate(owner)).length).toBeGreaterThan(5);
    expect(await serviceRole(owner)).toBe(app);
    expect(await systemRole(owner)).toBe(system);
  });

  it('works with a login that may not, after an administrator has run the statements from the error', async () => {
    const { superuser, owner } = await newCluster('');
    await run(superuser, `CREATE ROLE ${app} NOLOGIN`);
    await run(superuser, `GRANT ${app} TO operator`);

    const refused: unknown = await migrate(owner).catch((error: unknown) => error);
    const said = refused instanceof Error ? refused.message : '';
    expect(said).toMatch(
      /SystemRole\d+ failed: the role tiktok_connector_system does not exist.* It was rolled back/,
    );
    const [, statements = ''] = /Run as an administrator: (.*)$/.exec(said) ?? [];
    await run(superuser, statements);

    expect((await migrate(owner)).length).toBeGreaterThan(1);
    expect(await systemRole(owner)).toBe(system);
  });
});
