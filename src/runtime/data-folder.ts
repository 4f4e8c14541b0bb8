import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { codeOf } from '../common/index.js';
import { AppConfig } from '../config/index.js';
import { StartRefusedError } from '../database/index.js';
import { probeSubfolder, describeFileError, PROBE_SUFFIX, writeProbe } from './folder-probe.js';
import { Readiness, type ReadinessIssue } from './readiness.js';

/** The name in /health/ready. */
export const DATA_FOLDER = 'dataFolder';
// Younger probes may belong to a running process.
const STALE_PROBE_MS = 60_000;
// A failed write is reported for this long, unless a write succeeds in the meantime.
const FAILURE_REPORTED_MS = 10 * 60_000;

type Folders = Pick<AppConfig, 'dataDir' | 'uploads'>;

/** Folders that must be writable: otherwise uploads fail, and new tokens do not survive a crash. */
function folders({ dataDir, uploads }: Folders): string[] {
  const journal = path.join(dataDir, 'token-journal');
  return uploads.s3 ? [journal] : [journal, path.join(dataDir, 'uploads')];
}

/** Called before anything else starts. @throws StartRefusedError when a folder is not writable */
export async function assertDataFolder(config: Folders): Promise<void> {
  for (const folder of [config.dataDir, ...folders(config)]) {
    try {
      await writeProbe(folder);
      await removeStaleProbes(folder);
    } catch (error) {
      throw new StartRefusedError(
        `The data folder ${folder} cannot be written to: ${describeFileError(codeOf(error))}. Free disk space, make it writable ` +
          'for this user, or set DATA_DIR to another folder.',
        { cause: error },
      );
    }
  }
}

/** Removes probes of killed processes. */
async function removeStaleProbes(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(PROBE_SUFFIX));
  for (const name of names) {
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > STALE_PROBE_MS) await rm(file, { force: true });
  }
}

/** Watches the folder DATA_DIR while the service runs. */
@Injectable()
export class DataFolder implements OnModuleInit {
  private failure: { what: string; code: string | undefined; at: number } | undefined;

  constructor(
    private readonly config: AppConfig,
    private readonly readiness: Readiness,
  ) {}

  onModuleInit(): void {
    this.readiness.register(DATA_FOLDER, () => this.check());
  }

  /** Reports a failed write for some minutes, or until `wrote` is called. */
  failed(what: string, error: unknown): void {
    this.failure = { what, code: codeOf(error), at: Date.now() };
    this.readiness.invalidate(DATA_FOLDER);
  }

  /** Clears the failure: the write works again. */
  wrote(what: string): void {
    if (this.failure?.what === what) this.failure = undefined;
  }

  private async check(): Promise<ReadinessIssue | undefined> {
    try {
      await writeProbe(this.config.dataDir);
      for (const folder of folders(this.config)) await probeSubfolder(folder, this.config.dataDir);
    } catch (error) {
      return {
        code: 'data_folder_unavailable',
        message:
          `The data folder cannot be written to: ${describeFileError(codeOf(error))}. Uploads fail, and new TikTok tokens ` +
          'would not survive a crash. Free disk space in DATA_DIR, or make it writable.',
        blocks: true,
      };
    }
    return this.recentFailure();
  }

  private recentFailure(): ReadinessIssue | undefined {
    if (!this.failure || Date.now() - this.failure.at > FAILURE_REPORTED_MS) return undefined;
    const { what, code } = this.failure;
    return {
      code: 'data_folder_unreliable',
      message: `${what} failed to write recently: ${describeFileError(code)}. Check the disk of DATA_DIR.`,
      blocks: false,
    };
  }
}
