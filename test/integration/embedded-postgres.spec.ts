import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { query, remember, remembered, useClusters } from './embedded-postgres/clusters.js';
import { postmasterPid } from './embedded-postgres/owner-process.js';

const isRoot = process.getuid?.() === 0;
const asRoot = isRoot ? describe : describe.skip;
const withNamespaces = isRoot && unshareWorks() ? describe : describe.skip;
const { folder, newDataDir, start, shared, stoppedCluster } = useClusters();

describe('A first start', () => {
  it('makes cluster, database and roles, below folders that do not exist and have a space in their name', async () => {
    const dataDir = path.join(folder(), 'not there yet', 'my data', 'postgres');

    const { ownerUrl, appUrl, port } = await start({ dataDir });

    const [owner] = await query(ownerUrl, 'SELECT current_user AS role, current_database() AS database');
    const [app] = await query(appUrl, 'SELECT current_user AS role, current_database() AS database');
    expect(owner).toEqual({ role: 'tiktok_connector_owner', database: 'tiktok_connector' });
    expect(app).toEqual({ role: 'tiktok_connector_app', database: 'tiktok_connector' });
    expect(new URL(appUrl).port).toBe(String(port));
  });

  it('stores text as UTF-8 and knows letters outside ASCII without any locale of the system', async () => {
    const { appUrl } = await shared();

    const [row] = await query(
      appUrl,
      `SELECT lower('ŽLUŤ') AS lower, current_setting('server_encoding') AS encoding`,
    );

    expect(row).toEqual({ lower: 'žluť', encoding: 'UTF8' });
  });

  it('listens on the loopback only and asks for the password', async () => {
    const { ownerUrl, appUrl } = await shared();
    const wrong = new URL(appUrl);
    wrong.password = 'wrong';

    const [row] = await query(
      ownerUrl,
      `SELECT current_setting('listen_addresses') AS tcp, current_setting('unix_socket_directories') AS sockets`,
    );

    expect(row).toEqual({ tcp: '127.0.0.1', sockets: '' });
    await expect(query(wrong.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
  });

  it('removes what an initialisation killed in the middle left beside the data folder', async () => {
    const dataDir = newDataDir();
    await mkdir(`${dataDir}.unfinished-Ab12Cd/cluster/base`, { recursive: true });

    await start({ dataDir });

    const beside = await readdir(path.dirname(dataDir));
    expect(beside.filter((name) => name.startsWith(`${path.basename(dataDir)}.unfinished`))).toEqual([]);
  });

  it('keeps the passwords for the owner of the files, and out of its log', async () => {
    const dataDir = newDataDir();
    const lines: string[] = [];

    const { ownerUrl, appUrl, stop } = await start({ dataDir, log: (line) => lines.push(line) });
    await stop();

    expect((await stat(path.join(dataDir, 'connector-passwords.json'))).mode & 0o777).toBe(0o600);
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
    for (const url of [ownerUrl, appUrl]) expect(lines.join('\n')).not.toContain(new URL(url).password);
  });
});

describe('A second start', () => {
  it('finds the data and the passwords of the first', async () => {
    const dataDir = newDataDir();
    const first = await start({ dataDir });
    await remember(first, 'kept');
    await first.stop();

    const second = await start({ dataDir });

    expect(await remembered(second)).toEqual(['kept']);
    expect(new URL(second.appUrl).password).toBe(new URL(first.appUrl).password);
  });

  it('works on a folder whose mode a copy has opened to others', async () => {
    const dataDir = newDataDir();
    await (await start({ dataDir })).stop();
    await chmod(dataDir, 0o755);

    const second = await start({ dataDir });

    expect(await query(second.appUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('takes the port it is given', async () => {
    const dataDir = newDataDir();
    const first = await start({ dataDir });
    await first.stop();

    const second = await start({ dataDir, port: first.port });

    expect(second.port).toBe(first.port);
  });
});

describe('A cluster of a version that had one login', () => {
  it('gets the second one, keeps its passwords, and starts again and again', async () => {
    const dataDir = newDataDir();
    const first = await start({ dataDir });
    const before = new URL(first.appUrl).password;
    await query(first.ownerUrl, 'DROP ROLE tiktok_connector_system');
    await first.stop();
    const file = path.join(dataDir, 'connector-passwords.json');
    const { owner, app } = JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
    await writeFile(file, `${JSON.stringify({ owner, app })}\n`, { mode: 0o600 });
    // As a start would leave it that was killed in the middle.
    await mkdir(`${file}.new`);

    const second = await start({ dataDir });
    expect(new URL(second.appUrl).password).toBe(before);
    expect(await query(second.systemUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(existsSync(`${file}.new`)).toBe(false);
    await second.stop();

    const third = await start({ dataDir });
    expect(new URL(third.systemUrl).password).toBe(new URL(second.systemUrl).password);
  });
});

describe('The role of the service', () => {
  it.each([
    ['appUrl', 'tiktok_connector_system'],
    ['systemUrl', 'tiktok_connector_app'],
    ['systemUrl', 'tiktok_connector_owner'],
  ] as const)('%s cannot become %s', async (login, other) => {
    const postgres = await shared();

    await expect(query(postgres[login], `SET ROLE ${other}`)).rejects.toThrow('permission denied');
  });

  it('has no right beyond logging in', async () => {
    const { appUrl } = await shared();

    const [rights] = await query(
      appUrl,
      `SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication
         FROM pg_roles WHERE rolname = current_user`,
    );

    expect(Object.values(rights ?? {})).toEqual([false, false, false, false, false]);
    await expect(query(appUrl, 'CREATE ROLE other')).rejects.toThrow('permission denied');
    await expect(query(appUrl, 'CREATE DATABASE other')).rejects.toThrow('permission denied');
    await expect(query(appUrl, 'CREATE TABLE public.mine ()')).rejects.toThrow('permission denied');
    await expect(query(appUrl, 'SET ROLE tiktok_connector_owner')).rejects.toThrow('permission denied');
  });

  it('cannot see past row-level security, nor turn it off', async () => {
    const { ownerUrl, appUrl } = await shared();
    await query(
      ownerUrl,
      `CREATE TABLE note (org text, body text);
       ALTER TABLE note ENABLE ROW LEVEL SECURITY;
       ALTER TABLE note FORCE ROW LEVEL SECURITY;
       CREATE POLICY own_org ON note USING (org = current_setting('app.org', true));
       INSERT INTO note VALUES ('a', 'of a'), ('b', 'of b');
       GRANT SELECT, INSERT ON note TO tiktok_connector_app`,
    );

    expect(await query(appUrl, 'SELECT body FROM note')).toEqual([]);
    expect(await query(`${appUrl}&options=-c%20app.org%3Da`, 'SELECT body FROM note')).toEqual([
      { body: 'of a' },
    ]);
    await expect(query(appUrl, `INSERT INTO note VALUES ('b', 'forged')`)).rejects.toThrow(
      'row-level security',
    );
    await expect(query(`${appUrl}&options=-c%20row_security%3Doff`, 'SELECT body FROM note')).rejects.toThrow(
      'row-level security',
    );
    await expect(query(appUrl, 'ALTER TABLE note DISABLE ROW LEVEL SECURITY')).rejects.toThrow(
      'must be owner',
    );
  });
});

describe('What cannot work is refused in a sentence', () => {
  it('a folder that cannot be written', async () => {
    const closed = path.join(folder(), 'closed');
    await mkdir(closed, { mode: 0o555 });
    // Root may write everywhere except to read-only file systems.
    const dataDir = path.join(isRoot ? '/sys' : closed, 'connector', 'postgres');

    await expect(start({ dataDir })).rejects.toMatchObject({
      code: 'DATA_DIR_NOT_WRITABLE',
      message: expect.stringContaining(dataDir),
    });
  });

  it('a folder below something that is no folder', async () => {
    const file = path.join(folder(), 'a file');
    await writeFile(file, '');

    await expect(start({ dataDir: path.join(file, 'postgres') })).rejects.toMatchObject({
      code: 'DATA_DIR_NOT_WRITABLE',
    });
  });

  it('a folder with files that are no cluster, which stay', async () => {
    const dataDir = newDataDir();
    await mkdir(dataDir);
    await writeFile(path.join(dataDir, 'holiday.jpg'), 'x');

    await expect(start({ dataDir })).rejects.toMatchObject({ code: 'DATA_DIR_FOREIGN' });
    expect(await readdir(dataDir)).toEqual(['holiday.jpg']);
  });

  it('a cluster of another major version', async () => {
    const dataDir = await stoppedCluster();
    await writeFile(path.join(dataDir, 'PG_VERSION'), '17\n');

    await expect(start({ dataDir })).rejects.toMatchObject({
      code: 'VERSION_MISMATCH',
      message: expect.stringContaining('PostgreSQL 17'),
    });
  });

  it('a cluster whose passwords are lost', async () => {
    const dataDir = await stoppedCluster();
    await rm(path.join(dataDir, 'connector-passwords.json'));

    await expect(start({ dataDir })).rejects.toMatchObject({ code: 'DATA_DIR_FOREIGN' });
  });

  it('a cluster whose passwords are of another one, without leaving PostgreSQL running', async () => {
    const [dataDir, other] = [await stoppedCluster(), newDataDir()];
    await (await start({ dataDir: other })).stop();
    const passwords = 'connector-passwords.json';
    await cp(path.join(other, passwords), path.join(dataDir, passwords));

    await expect(start({ dataDir })).rejects.toMatchObject({
      code: 'START_FAILED',
      message: expect.stringContaining('password authentication failed'),
    });
    expect(await readdir(dataDir)).not.toContain('postmaster.pid');
    expect(existsSync(`${dataDir}.lock`)).toBe(false);
  });

  it('a port that is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };

    await expect(start({ dataDir: newDataDir(), port })).rejects.toMatchObject({
      code: 'PORT_IN_USE',
      message: expect.stringContaining(String(port)),
    });
    server.close();
  });

  it('a PostgreSQL that does not start: with its last words, and the folder free for the next try', async () => {
    const dataDir = await stoppedCluster();
    const conf = path.join(dataDir, 'postgresql.conf');
    const good = await readFile(conf, 'utf8');
    await writeFile(conf, `${good}\nno_such_setting = on\n`);

    await expect(start({ dataDir })).rejects.toMatchObject({
      code: 'START_FAILED',
      message: expect.stringContaining('no_such_setting'),
    });

    await writeFile(conf, good);
    expect(await remembered(await start({ dataDir }))).toEqual(['kept']);
  });
});

withNamespaces('Root with user namespaces', () => {
  it('starts below a folder only root may enter', async () => {
    const closed = path.join(folder(), 'only root');
    await mkdir(closed, { mode: 0o700 });
    const dataDir = path.join(closed, 'postgres');

    await remember(await start({ dataDir, rootStrategy: 'unshare' }), 'kept');

    expect((await stat(dataDir)).uid).toBe(0);
  });

  it('and root switching to another user take over each other’s data', async () => {
    const dataDir = newDataDir();
    const first = await start({ dataDir, rootStrategy: 'unshare' });
    await remember(first, 'kept');
    await first.stop();

    const second = await start({ dataDir, rootStrategy: 'switch-user' });
    expect((await stat(dataDir)).uid).not.toBe(0);
    expect(await remembered(second)).toEqual(['kept']);
    await second.stop();

    const third = await start({ dataDir, rootStrategy: 'unshare' });
    expect((await stat(dataDir)).uid).toBe(0);
    expect(await remembered(third)).toEqual(['kept']);
  });
});

asRoot('Root switching to another user', () => {
  it('runs PostgreSQL as an unprivileged user, and names it', async () => {
    const dataDir = newDataDir();
    const lines: string[] = [];

    const postgres = await start({ dataDir, rootStrategy: 'switch-user', log: (line) => lines.push(line) });

    const { uid } = await stat(`/proc/${await postmasterPid(dataDir)}`);
    expect(uid).not.toBe(0);
    expect((await stat(path.join(dataDir, 'connector-passwords.json'))).uid).toBe(uid);
    expect(await query(postgres.appUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(lines).toContainEqual(expect.stringMatching(/it runs as user "\w+"/));
  });

  it('names the remedies where that user cannot reach the data', async () => {
    const closed = path.join(folder(), 'closed to others');
    await mkdir(closed, { mode: 0o700 });

    await expect(
      start({ dataDir: path.join(closed, 'postgres'), rootStrategy: 'switch-user' }),
    ).rejects.toMatchObject({
      code: 'CANNOT_RUN_AS_ROOT',
      message: expect.stringMatching(/normal user.*DATA_DIR.*DATABASE_URL/),
    });
  });
});

function unshareWorks(): boolean {
  try {
    execFileSync('unshare', ['-U', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
