// A local TikTok for demo, development and tests: stateful, deterministic for a seed, with controls under
// `/__sandbox`. It must never reach beyond this machine except to the webhook URL it is given.
import { buildServer } from './server.js';
import { settingsProblem, type SettingsInput, withDefaults } from './settings.js';
import { World } from './world.js';
import { WorldFile } from './persistence/world-file.js';
import { seedWorld } from './world-seed.js';

export { BUSINESS_ENDPOINTS } from './business/business.endpoints.js';
export { ODDITIES, type Oddity } from './odd-lists/oddities.js';
export type { Limits, Settings } from './settings.js';

/** Takes every setting; `settings.ts` explains them. */
export interface SandboxOptions extends SettingsInput {
  /** Default 4010; 0 takes any free port. */
  port?: number;
  /** Default 127.0.0.1. */
  host?: string;
  /** Origin of URLs in responses (upload_url, covers). Default: the one that the caller used. */
  publicUrl?: string;
  /** JSON file that keeps the world between starts. Default: memory only. */
  dataFile?: string;
  /** Receives one line at a time for the operator. Default: nothing is printed. */
  log?: (line: string) => void;
}

export interface Sandbox {
  /** For example `http://127.0.0.1:4010`, without a trailing slash. */
  readonly url: string;
  readonly port: number;
  /** Stops at once, even with open keep-alive connections. */
  close(): Promise<void>;
}

export const DEFAULT_PORT = 4010;

/**
 * Starts a sandbox.
 * @throws the listener's error, e.g. `code: 'EADDRINUSE'`; DataFileError; or an Error naming an invalid setting
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const {
    port = DEFAULT_PORT,
    host = '127.0.0.1',
    publicUrl,
    dataFile,
    log = () => {},
    ...settings
  } = options;
  const complete = withDefaults(settings);
  const complaint = settingsProblem(complete);
  if (complaint) throw new Error(complaint);
  const world = new World(complete, publicUrl?.replace(/\/+$/, ''), log);
  const file = dataFile === undefined ? undefined : new WorldFile(dataFile, world);
  if (!file?.load()) seedWorld(world);
  const server = buildServer(world);
  try {
    await server.listen({ port, host });
  } catch (error) {
    world.close();
    throw error;
  }
  // Only now: a sandbox whose port is in use must not overwrite the file of the one that uses it.
  file?.keepSaving();
  const address = server.server.address();
  const actualPort = typeof address === 'object' && address ? address.port : port;
  return {
    url: publicUrl?.replace(/\/+$/, '') ?? `http://${reachableName(host)}:${actualPort}`,
    port: actualPort,
    async close() {
      await server.close();
      file?.close();
      world.close();
    },
  };
}

/** The loopback address reaches a listener on all interfaces. */
function reachableName(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
