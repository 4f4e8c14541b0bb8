import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { codeOf } from '../common/index.js';
import { AppConfig } from '../config/index.js';
import { StartRefusedError } from '../database/index.js';
import { checkInside, fileTrouble, PROBE_SUFFIX, writeProbe } from './folder-probe.js';
import { Readiness, type Trouble } from './readiness.js';

/** Under this name /health/ready reports it. */
export const DATA_FOLDER = 'dataFolder';
// What another process writes just now is not taken from it.
const LEFT_BEHIND_MS = 60_000;
// A failure of the journal is reported for as long, unless it is written to again meanwhile.
const REMEMBERED_MS = 10 * 60_000;

type Folders = Pick<AppConfig, 'dataDir' | 'uploads'>;

/** Folders without which promises break: new tokens would not survive a crash, uploads would fail. */
function folders({ dataDir, uploads }: Folders): string[] {
  const journal = path.join(dataDir, 'token-journal');
  return uploads.s3 ? [journal] : [journal, path.join(dataDir, 'uploads')];
}

/** Before anything else starts. @throws StartRefusedError when a folder cannot be written */
export async function assertDataFolder(config: Folders): Promise<void> {
  for (const folder of [config.dataDir, ...folders(config)]) {
    try {
      await writeProbe(folder);
      await removeLeftBehind(folder);
    } catch (error) {
      throw new StartRefusedError(
        `The data folder ${folder} cannot be written: ${fileTrouble(codeOf(error))}. Free space, make it writable for ` +
          'this user, or set DATA_DIR to another folder.',
        { cause: error },
      );
    }
  }
}

/** Probes of processes that were killed in the middle. */
async function removeLeftBehind(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(PROBE_SUFFIX));
  for (const name of names) {
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > LEFT_BEHIND_MS) await rm(file, { force: true });
  }
}

/** The folder DATA_DIR while the service runs. */
@Injectable()
export class DataFolder implements OnModuleInit {
  private failure: { what: string; code: string | undefined; at: number } | undefined;

  constructor(
    private readonly config: AppConfig,
    private readonly readiness: Readiness,
  ) {}

  onModuleInit(): void {
    this.readiness.register(DATA_FOLDER, () => this.trouble());
  }

  /** Something could not be written: it stays reported until `wrote`, or for some minutes. */
  failed(what: string, error: unknown): void {
    this.failure = { what, code: codeOf(error), at: Date.now() };
    this.readiness.forget(DATA_FOLDER);
  }

  /** The same can be written again. */
  wrote(what: string): void {
    if (this.failure?.what === what) this.failure = undefined;
  }

  private async trouble(): Promise<Trouble | undefined> {
    try {
      await writeProbe(this.config.dataDir);
      for (const folder of folders(this.config)) await checkInside(folder, this.config.dataDir);
    } catch (error) {
      return {
        code: 'data_folder_unavailable',
        message:
          `The data folder cannot be written: ${fileTrouble(codeOf(error))}. Uploads fail, and new TikTok tokens ` +
          'would not survive a crash. Free space in DATA_DIR, or make it writable.',
        blocks: true,
      };
    }
    return this.remembered();
  }

  private remembered(): Trouble | undefined {
    if (!this.failure || Date.now() - this.failure.at > REMEMBERED_MS) return undefined;
    const { what, code } = this.failure;
    return {
      code: 'data_folder_unreliable',
      message: `${what} could not be written lately: ${fileTrouble(code)}. Check the disk of DATA_DIR.`,
      blocks: false,
    };
  }
}
