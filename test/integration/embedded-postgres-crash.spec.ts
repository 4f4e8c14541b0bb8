import { describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { connect, query, remember, remembered, useClusters } from './embedded-postgres/clusters.js';
import {
  isThere,
  kill,
  postmasterPid,
  until,
  useOwnerProcesses,
  writePostmasterPid,
} from './embedded-postgres/owner-process.js';

const { newDataDir, start, stoppedCluster } = useClusters();
const processes = useOwnerProcesses();

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
    const unrelated = processes.idle();
    await writePostmasterPid(dataDir, unrelated.pid!);

    const postgres = await start({ dataDir });

    expect(await remembered(postgres)).toEqual(['kept']);
    expect(isThere(unrelated.pid!)).toBe(true);
  });

  it('stops the PostgreSQL of a connector that was killed, and starts on its data', async () => {
    const dataDir = await stoppedCluster();
    const owner = await processes.owner(dataDir);
    await remember(owner.postgres, 'of the killed one');
    await kill(owner.child);
    const orphan = await postmasterPid(dataDir);
    expect(isThere(orphan)).toBe(true);
    const lines: string[] = [];

    const postgres = await start({ dataDir, log: (line) => lines.push(line) });

    expect(await remembered(postgres)).toEqual(['kept', 'of the killed one']);
    expect(await postmasterPid(dataDir)).not.toBe(orphan);
    await expect(query(owner.postgres.appUrl, 'SELECT 1')).rejects.toThrow();
    expect(lines).toContainEqual(expect.stringContaining(`Stopping the PostgreSQL (process ${orphan})`));
  });

  it('recovers when connector and PostgreSQL were both killed with clients connected', async () => {
    const dataDir = await stoppedCluster();
    const owner = await processes.owner(dataDir);
    await remember(owner.postgres, 'of the killed one');
    const client = await connect(owner.postgres.appUrl);
    await kill(owner.child);
    process.kill(await postmasterPid(dataDir), 'SIGKILL');

    const postgres = await start({ dataDir });

    expect(await remembered(postgres)).toEqual(['kept', 'of the killed one']);
    await client.end();
  });

  it('does not take a process for the dead owner only because it has the same pid', async () => {
    const dataDir = await stoppedCluster();
    const unrelated = processes.idle();
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
    const dataDir = await stoppedCluster();
    const owner = await processes.owner(dataDir);

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
    const dataDir = await stoppedCluster();
    await start({ dataDir });
    await symlink(dataDir, `${dataDir}-alias`);

    await expect(start({ dataDir: `${dataDir}-alias` })).rejects.toMatchObject({ code: 'DATA_DIR_IN_USE' });
  });

  it('still has its PostgreSQL after Ctrl-C, until it has drained', async () => {
    const owner = await processes.owner(await stoppedCluster(), { detached: true });

    // What a terminal does: every process of the group gets the signal.
    process.kill(-owner.child.pid!, 'SIGINT');

    expect(await owner.nextLine()).toBe('drained with 1 row');
    await once(owner.child, 'exit');
    await expect(query(owner.postgres.appUrl, 'SELECT 1')).rejects.toThrow();
  });

  it('takes its PostgreSQL along when it ends without stopping it', async () => {
    const dataDir = await stoppedCluster();
    const owner = await processes.owner(dataDir);

    owner.child.kill('SIGTERM');

    // Postgres removes the file as the last thing it does.
    await until(() => !existsSync(path.join(dataDir, 'postmaster.pid')));
  });

  it('leaves no listeners and no lock behind', async () => {
    const before = process.listenerCount('exit');
    const dataDir = await stoppedCluster();
    const postgres = await start({ dataDir });

    await Promise.all([postgres.stop(), postgres.stop()]);

    expect(process.listenerCount('exit')).toBe(before);
    expect(
      (await readdir(path.dirname(dataDir))).filter((name) => name.startsWith(path.basename(dataDir))),
    ).toEqual([path.basename(dataDir)]);
  });
});
