import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { isFree } from './free-port.js';
import { LaunchError } from './launch-error.js';

const DEFAULT_PORT = 4010;
/** Verified at the sandbox, which pretends to fetch what is there. */
export const SANDBOX_VERIFIED_DOMAIN = 'example.com';
/** TikTok fetches media over https from a verified domain: this one stands for us. */
export const SANDBOX_MEDIA_HOST = 'connector.example.com';

/** The local TikTok, running beside the connector. */
export interface SandboxProcess {
  url: string;
  /** Resolves when it has ended, stopped or not, with the signal or exit code. */
  ended: Promise<string>;
  stop(): Promise<unknown>;
}

/**
 * Starts the sandbox in a process of its own. It ends with us, whatever ends us.
 * @param port as configured; undefined: 4010, or a free one when that is taken
 */
export async function startSandboxProcess(options: {
  port: number | undefined;
  webhookUrl: string;
  /** Where the connector listens, for the sandbox to fetch media from. */
  connector: string;
  dataDir: string;
}): Promise<SandboxProcess> {
  const port = options.port ?? ((await isFree(DEFAULT_PORT, '127.0.0.1')) ? DEFAULT_PORT : 0);
  const child = fork(createRequire(import.meta.url).resolve('tiktok-sandbox/main'), {
    // Its own process group: Ctrl-C is for us, and we stop it after the work that still needs it.
    detached: true,
    // As npm run sandbox has it: uploads stream twice as fast.
    execArgv: [...process.execArgv, '--no-parallel-scavenge'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: {
      ...process.env,
      SANDBOX_PORT: String(port),
      SANDBOX_WEBHOOK_URL: options.webhookUrl,
      SANDBOX_PULL_HOSTS: `${SANDBOX_MEDIA_HOST}=${options.connector}`,
      SANDBOX_DATA_FILE: path.join(options.dataDir, 'sandbox.json'),
    },
  });
  let complaints = '';
  child.stderr?.on('data', (text: Buffer) => (complaints = (complaints + text.toString()).slice(-2000)));
  const ended = new Promise<string>((resolve) =>
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`)),
  );
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message: { url: string }) => resolve(message.url));
    child.once('exit', () =>
      reject(new LaunchError(complaints.trim() || 'The TikTok sandbox did not start.')),
    );
  });
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  return { url, ended, stop };
}
