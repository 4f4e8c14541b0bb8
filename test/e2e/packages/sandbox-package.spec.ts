import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const PATIENCE_MS = 120_000;
const run = promisify(execFile);

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

// A folder outside the repository, where a stranger has installed the tarball. The dependencies come from npm's cache,
// or from the registry as in `npm ci`; without both this suite fails.
let folder: string;
const running: ChildProcess[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'sandbox-package-'));
  const workspace = path.resolve('packages/tiktok-sandbox');
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: workspace });
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  await writeFile(path.join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  const quietly = ['--prefer-offline', '--no-audit', '--no-fund', '--no-package-lock'];
  await run('npm', ['install', ...quietly, path.join(folder, filename)], { cwd: folder });
}, PATIENCE_MS);

afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

function command(...args: string[]): ChildProcess {
  const bin = path.join(folder, 'node_modules', '.bin', 'tiktok-sandbox');
  const { PATH, HOME } = process.env;
  const child = spawn(bin, args, { cwd: folder, env: { PATH, HOME }, stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(child);
  return child;
}

async function ended(...args: string[]): Promise<Ended> {
  const child = command(...args);
  const text = { stdout: '', stderr: '' };
  child.stdout?.on('data', (part: Buffer) => (text.stdout += part.toString()));
  child.stderr?.on('data', (part: Buffer) => (text.stderr += part.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, ...text };
}

/** Starts the command on a free port. @returns its address */
async function listening(...args: string[]): Promise<string> {
  const child = command('--port', '0', ...args);
  const [line] = (await once(child.stdout!, 'data')) as [Buffer];
  const address = /listening on (http:\S+)/.exec(line.toString())?.[1];
  if (address === undefined) throw new Error(`the sandbox printed: ${line.toString()}`);
  return address;
}

/** OAuth with the client key that the README names. */
async function accessToken(sandbox: string): Promise<string> {
  const redirectUri = 'http://localhost:3000/callback';
  const query = new URLSearchParams({
    client_key: 'sandbox-client-key',
    response_type: 'code',
    scope: 'user.info.basic,video.publish',
    redirect_uri: redirectUri,
    state: 'st',
    sandbox_auto_approve: '1',
  });
  const consent = await fetch(`${sandbox}/v2/auth/authorize/?${query.toString()}`, { redirect: 'manual' });
  const code = new URL(consent.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const answer = await fetch(`${sandbox}/v2/oauth/token/`, {
    method: 'POST',
    body: new URLSearchParams({
      client_key: 'sandbox-client-key',
      client_secret: 'sandbox-client-secret',
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
    }),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
}

describe('the tiktok-sandbox package, installed from its tarball', () => {
  it('brings its README, its docs and its licence, and neither specs nor sources', async () => {
    const installed = path.join(folder, 'node_modules', 'tiktok-sandbox');
    const { stdout } = await run('find', ['-L', installed, '-type', 'f'], { maxBuffer: 10_000_000 });
    const files = stdout
      .trim()
      .split('\n')
      .map((file) => path.relative(installed, file));
    expect(files).toEqual(
      expect.arrayContaining(['README.md', 'LICENSE', 'docs/open-api.md', 'dist/main.js']),
    );
    expect(files.filter((file) => /\.spec\.|^src\/|\.map$|tsbuildinfo/.test(file))).toEqual([]);
  });

  it('prints its help and its version', async () => {
    const help = await ended('--help');
    expect(help).toMatchObject({ code: 0, stderr: '' });
    expect(help.stdout).toMatch(/^Usage: tiktok-sandbox \[options\]\n[\s\S]*--port <number>/);
    const manifest = JSON.parse(await readFile('packages/tiktok-sandbox/package.json', 'utf8')) as {
      version: string;
    };
    expect(await ended('--version')).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' });
  });

  it('serves OAuth and the start of an upload', async () => {
    const sandbox = await listening('--rate-limits', 'false');
    const token = await accessToken(sandbox);
    const answer = await fetch(`${sandbox}/v2/post/publish/video/init/`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        post_info: { title: 'hello', privacy_level: 'SELF_ONLY' },
        source_info: { source: 'FILE_UPLOAD', video_size: 10, chunk_size: 10, total_chunk_count: 1 },
      }),
    });
    expect(await answer.json()).toMatchObject({
      data: {
        publish_id: expect.stringMatching(/^v_pub_file/),
        upload_url: expect.stringContaining(sandbox),
      },
      error: { code: 'ok' },
    });
  });

  it('offers clients for tests', async () => {
    const script = path.join(folder, 'use.js');
    await writeFile(
      script,
      `import { eventually, SandboxClient, WebhookReceiver } from 'tiktok-sandbox/testing';
       const receiver = await WebhookReceiver.start();
       const tiktok = await SandboxClient.start({ webhookUrl: receiver.url });
       await tiktok.accessToken();
       await tiktok.control('/tokens/revoke', { account: 'demo', reason: 1 });
       await eventually(() => receiver.events().includes('authorization.removed'));
       await tiktok.close();
       await receiver.close();
       console.log('done');`,
    );
    expect((await run(process.execPath, [script], { cwd: folder })).stdout).toBe('done\n');
  });

  it('brings types that a strict project compiles', async () => {
    const project = path.join(folder, 'typed');
    await mkdir(project);
    await writeFile(
      path.join(project, 'use.ts'),
      `import { startSandbox, type Sandbox } from 'tiktok-sandbox';
       import { SandboxClient } from 'tiktok-sandbox/testing';
       export const started: Promise<Sandbox> = startSandbox({ port: 0, audited: false });
       export const client: Promise<SandboxClient> = SandboxClient.start();
       // @ts-expect-error an option that does not exist
       export const wrong = startSandbox({ prot: 0 });`,
    );
    // The types of Node come from here: strangers bring their own.
    await cp(path.resolve('node_modules/@types/node'), path.join(folder, 'node_modules/@types/node'), {
      recursive: true,
    });
    await cp(path.resolve('node_modules/undici-types'), path.join(folder, 'node_modules/undici-types'), {
      recursive: true,
    });
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', 'node'];
    const checked = await run(
      process.execPath,
      [path.resolve('node_modules/typescript/bin/tsc'), ...options, '--skipLibCheck', 'use.ts'],
      { cwd: project },
    ).catch((error: { stdout: string }) => error);
    expect(checked.stdout).toBe('');
  });
});

describe('a wrong call of tiktok-sandbox', () => {
  it('names a port in use and the flag that chooses another', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const answer = await ended('--port', String(port));
    other.close();
    expect(answer).toEqual({
      code: 1,
      stdout: '',
      stderr: `Port ${port} is already in use: choose another with --port (or SANDBOX_PORT).\n`,
    });
  });

  it('names an unknown flag and suggests the nearest', async () => {
    expect(await ended('--prot', '4010')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'Unknown option --prot (did you mean --port?): run tiktok-sandbox --help for all options.\n',
    });
  });

  it('names a data file that cannot be written, and the reason', async () => {
    const file = path.join(folder, 'package.json', 'world.json');
    expect(await ended('--port', '0', '--data-file', file)).toEqual({
      code: 1,
      stdout: '',
      stderr: `The data file ${file} cannot be written (a folder in its path is a file): choose another with --data-file (or SANDBOX_DATA_FILE).\n`,
    });
  });

  it('names an invalid value', async () => {
    expect(await ended('--audited', 'perhaps')).toEqual({
      code: 2,
      stdout: '',
      stderr: '--audited must be true or false, not "perhaps".\n',
    });
  });
});
