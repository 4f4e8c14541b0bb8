import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { transformFile } from '@swc/core';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  realpath,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from '../../src/database/embedded/index.js';

const REPOSITORY = process.cwd();
const SOURCE = path.join(REPOSITORY, 'src/database/embedded');
const isRoot = process.getuid?.() === 0;
const asRoot = isRoot ? describe : describe.skip;
const withNamespaces = isRoot && unshareWorks() ? describe : describe.skip;

let folder: string;
const running: EmbeddedPostgres[] = [];
const children: ChildProcess[] = [];

beforeAll(async () => {
  folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'embedded postgres ')));
  // Another user than root must be able to pass through in the tests that switch users.
  await chmod(folder, 0o755);
  await compileForChildren(path.join(folder, 'compiled'));
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((postgres) => postgres.stop()));
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('A first start', () => {
  it('makes cluster, database and roles, below folders that do not exist and have a space in their name', async () => {
    const dataDir = path.join(folder, 'not there yet', 'my data', 'postgres');

    const { ownerUrl, appUrl, port } = await start({ dataDir });

    const [owner] = await query(ownerUrl, 'SELECT current_user AS role, current_database() AS database');
    const [app] = await query(appUrl, 'SELECT current_user AS role, current_database() AS database');
    expect(owner).toEqual({ role: 'tiktok_connector_owner', database: 'tiktok_connector' });
    expect(app).toEqual({ role: 'tiktok_connector_app', database: 'tiktok_connector' });
    expect(new URL(appUrl).port).toBe(String(port));
  });

  it('stores text as UTF-8 and knows letters outside ASCII without any locale of the system', async () => {
    const { appUrl } = await start({ dataDir: newDataDir() });

    const [row] = await query(
      appUrl,
      `SELECT lower('ŽLUŤ') AS lower, current_setting('server_encoding') AS encoding`,
    );

    expect(row).toEqual({ lower: 'žluť', encoding: 'UTF8' });
  });

  it('listens on the loopback only and asks for the password', async () => {
    const { ownerUrl, appUrl } = await start({ dataDir: newDataDir() });
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

describe('The role of the service', () => {
  it('has no right beyond logging in', async () => {
    const { appUrl } = await start({ dataDir: newDataDir() });

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
    const { ownerUrl, appUrl } = await start({ dataDir: newDataDir() });
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

describe('After a crash', () => {
  it('removes a postmaster.pid whose process is gone, says so, and starts', async () => {
    const dataDir = await stoppedCluster();
    const dead = spawn(process.execPath, ['--version']);
    await once(dead, 'exit');
    await writePostmasterPid(dataDir, dead.pid!);
    const lines: string[] = [];

    const postgres = await start({ dataDir, log: (line) => lines.push(line) });

    expect(await remembered(postgres)).toEqual(['kept']);
    expect(lines.filter((line) => line.includes('stale postmaster.pid'))).toHaveLength(1);
  });

  it('removes a postmaster.pid whose number an unrelated process now has, and leaves that process alone', async () => {
    const dataDir = await stoppedCluster();
    const unrelated = idleChild();
    await writePostmasterPid(dataDir, unrelated.pid!);

    const postgres = await start({ dataDir });

    expect(await remembered(postgres)).toEqual(['kept']);
    expect(isThere(unrelated.pid!)).toBe(true);
  });

  it('stops the PostgreSQL of a connector that was killed, and starts on its data', async () => {
    const dataDir = newDataDir();
    const owner = await ownerInChild(dataDir);
    await remember(owner.postgres, 'kept');
    await kill(owner.child);
    const orphan = await postmasterPid(dataDir);
    expect(isThere(orphan)).toBe(true);
    const lines: string[] = [];

    const postgres = await start({ dataDir, log: (line) => lines.push(line) });

    expect(await remembered(postgres)).toEqual(['kept']);
    expect(await postmasterPid(dataDir)).not.toBe(orphan);
    await expect(query(owner.postgres.appUrl, 'SELECT 1')).rejects.toThrow();
    expect(lines).toContainEqual(expect.stringContaining(`Stopping the PostgreSQL (process ${orphan})`));
  });

  it('recovers when connector and PostgreSQL were both killed with clients connected', async () => {
    const dataDir = newDataDir();
    const owner = await ownerInChild(dataDir);
    await remember(owner.postgres, 'kept');
    const client = await connect(owner.postgres.appUrl);
    await kill(owner.child);
    process.kill(await postmasterPid(dataDir), 'SIGKILL');

    const postgres = await start({ dataDir });

    expect(await remembered(postgres)).toEqual(['kept']);
    await client.end();
  });

  it('does not take a process for the dead owner only because it has the same pid', async () => {
    const dataDir = await stoppedCluster();
    const unrelated = idleChild();
    await writeFile(
      `${dataDir}.lock`,
      JSON.stringify({ pid: unrelated.pid, startedAt: 'long ago', id: 'x' }),
    );

    const postgres = await start({ dataDir });

    expect(await remembered(postgres)).toEqual(['kept']);
  });
});

describe('A connector that lives', () => {
  it('keeps others off its data folder', async () => {
    const dataDir = newDataDir();
    const owner = await ownerInChild(dataDir);

    await expect(start({ dataDir })).rejects.toMatchObject({
      code: 'DATA_DIR_IN_USE',
      message: expect.stringContaining(`process ${owner.child.pid}`),
    });
    expect(await query(owner.postgres.appUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('wins alone when several start at once', async () => {
    const dataDir = newDataDir();

    const starts = await Promise.allSettled([1, 2, 3, 4].map(() => start({ dataDir })));

    const failures = starts.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(failures).toHaveLength(3);
    for (const failure of failures) expect(failure).toMatchObject({ code: 'DATA_DIR_IN_USE' });
  });

  it('can be known by another name of its folder', async () => {
    const dataDir = newDataDir();
    await start({ dataDir });
    await symlink(dataDir, `${dataDir}-alias`);

    await expect(start({ dataDir: `${dataDir}-alias` })).rejects.toMatchObject({ code: 'DATA_DIR_IN_USE' });
  });

  it('still has its PostgreSQL after Ctrl-C, until it has drained', async () => {
    const owner = await ownerInChild(newDataDir(), { detached: true });

    // What a terminal does: every process of the group gets the signal.
    process.kill(-owner.child.pid!, 'SIGINT');

    expect(await owner.nextLine()).toBe('drained with 1 row');
    await once(owner.child, 'exit');
    await expect(query(owner.postgres.appUrl, 'SELECT 1')).rejects.toThrow();
  });

  it('takes its PostgreSQL along when it ends without stopping it', async () => {
    const dataDir = newDataDir();
    const owner = await ownerInChild(dataDir);

    owner.child.kill('SIGTERM');

    // Postgres removes the file as the last thing it does.
    await until(() => !existsSync(path.join(dataDir, 'postmaster.pid')));
  });

  it('leaves no listeners and no lock behind', async () => {
    const before = process.listenerCount('exit');
    const dataDir = newDataDir();
    const postgres = await start({ dataDir });

    await Promise.all([postgres.stop(), postgres.stop()]);

    expect(process.listenerCount('exit')).toBe(before);
    expect(
      (await readdir(path.dirname(dataDir))).filter((name) => name.startsWith(path.basename(dataDir))),
    ).toEqual([path.basename(dataDir)]);
  });
});

describe('What cannot work is refused in a sentence', () => {
  it('a folder that cannot be written', async () => {
    const closed = path.join(folder, 'closed');
    await mkdir(closed, { mode: 0o555 });
    // Root may write everywhere except where nobody can.
    const dataDir = path.join(isRoot ? '/sys' : closed, 'connector', 'postgres');

    await expect(start({ dataDir })).rejects.toMatchObject({
      code: 'DATA_DIR_NOT_WRITABLE',
      message: expect.stringContaining(dataDir),
    });
  });

  it('a folder below something that is no folder', async () => {
    const file = path.join(folder, 'a file');
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
    const dataDir = await stoppedCluster();
    await cp(
      path.join(await stoppedCluster(), 'connector-passwords.json'),
      path.join(dataDir, 'connector-passwords.json'),
    );

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
    const closed = path.join(folder, 'only root');
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
  it('runs PostgreSQL as somebody without rights, and says as whom', async () => {
    const dataDir = newDataDir();
    const lines: string[] = [];

    const postgres = await start({ dataDir, rootStrategy: 'switch-user', log: (line) => lines.push(line) });

    expect((await stat(`/proc/${await postmasterPid(dataDir)}`)).uid).not.toBe(0);
    expect(await query(postgres.appUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(lines).toContainEqual(expect.stringMatching(/it runs as user "\w+"/));
  });

  it('names the remedies where that user cannot reach the data', async () => {
    const closed = path.join(folder, 'closed to others');
    await mkdir(closed, { mode: 0o700 });

    await expect(
      start({ dataDir: path.join(closed, 'postgres'), rootStrategy: 'switch-user' }),
    ).rejects.toMatchObject({
      code: 'CANNOT_RUN_AS_ROOT',
      message: expect.stringMatching(/normal user.*DATA_DIR.*DATABASE_URL/),
    });
  });
});

async function start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ durable: false, ...options });
  running.push(postgres);
  return postgres;
}

let dataDirs = 0;
function newDataDir(): string {
  return path.join(folder, `postgres-${++dataDirs}`);
}

async function stoppedCluster(): Promise<string> {
  const dataDir = newDataDir();
  const postgres = await start({ dataDir });
  await remember(postgres, 'kept');
  await postgres.stop();
  return dataDir;
}

async function remember(postgres: Pick<EmbeddedPostgres, 'ownerUrl'>, body: string): Promise<void> {
  await query(
    postgres.ownerUrl,
    `CREATE TABLE IF NOT EXISTS memory (body text); INSERT INTO memory VALUES ('${body}')`,
  );
}

async function remembered(postgres: Pick<EmbeddedPostgres, 'ownerUrl'>): Promise<unknown[]> {
  return (await query(postgres.ownerUrl, 'SELECT body FROM memory')).map(({ body }) => body);
}

async function connect(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = await connect(url);
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function postmasterPid(dataDir: string): Promise<number> {
  return Number.parseInt(await readFile(path.join(dataDir, 'postmaster.pid'), 'utf8'), 10);
}

/** In the form Postgres writes: pid, folder, start time, port, socket folder, address, shared memory key, state. */
async function writePostmasterPid(dataDir: string, pid: number): Promise<void> {
  const lines = [pid, dataDir, 1_700_000_000, 5432, '', '127.0.0.1', '  5432001    123456', 'ready   '];
  await writeFile(path.join(dataDir, 'postmaster.pid'), `${lines.join('\n')}\n`, { mode: 0o600 });
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; !condition(); tries++) {
    if (tries > 2000) throw new Error(`Waited in vain until ${condition}`);
    await delay(10);
  }
}

function idleChild(): ChildProcess {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  children.push(child);
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

// A connector in a process of its own: it prints its URLs, drains on SIGINT, and just ends on SIGTERM.
const OWNER = `
  import { startEmbeddedPostgres } from './embedded/index.js';
  import { Client } from 'pg';
  const postgres = await startEmbeddedPostgres({ dataDir: process.argv[2] });
  process.once('SIGINT', async () => {
    const client = new Client({ connectionString: postgres.appUrl });
    await client.connect();
    const { rowCount } = await client.query('SELECT 1');
    await client.end();
    await postgres.stop();
    console.log('drained with ' + rowCount + ' row');
    process.exit(0);
  });
  process.once('SIGTERM', () => process.exit(1));
  setInterval(() => {}, 1000);
  console.log(JSON.stringify(postgres));
`;

async function ownerInChild(dataDir: string, { detached = false } = {}) {
  const script = path.join(folder, 'compiled', 'owner.mjs');
  const child = spawn(process.execPath, [script, dataDir], {
    detached,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH },
  });
  children.push(child);
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  const nextLine = async () => String((await lines.next()).value);
  const postgres = JSON.parse(await nextLine()) as Pick<EmbeddedPostgres, 'ownerUrl' | 'appUrl' | 'port'>;
  return { child, postgres, nextLine };
}

/** Node 20 runs no TypeScript, and a child process has no Jest to transform it. */
async function compileForChildren(target: string): Promise<void> {
  for (const file of await readdir(SOURCE, { recursive: true })) {
    if (!file.endsWith('.ts') || file.endsWith('.spec.ts')) continue;
    const { code } = await transformFile(path.join(SOURCE, file), {
      swcrc: false,
      jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
    });
    const compiled = path.join(target, 'embedded', file.replace(/ts$/, 'js'));
    await mkdir(path.dirname(compiled), { recursive: true });
    await writeFile(compiled, code);
  }
  await writeFile(path.join(target, 'package.json'), '{ "type": "module" }');
  await writeFile(path.join(target, 'owner.mjs'), OWNER);
  await symlink(path.join(REPOSITORY, 'node_modules'), path.join(target, 'node_modules'));
}

function unshareWorks(): boolean {
  try {
    execFileSync('unshare', ['-U', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
