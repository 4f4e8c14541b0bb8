import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { World } from '../world.js';
import { DataFileError } from './data-file-error.js';
import { restore, takeSnapshot, type WorldSnapshot } from './world-snapshot.js';

/** A crash loses at most this much of a world of usual size. */
const LOOK_EVERY_MS = 1_000;

/** A large world is written less often: saving may take a twentieth of the time. */
const REST_FACTOR = 20;

/** Keeps a world in one JSON file, so that tokens and posts survive a restart. */
export class WorldFile {
  private timer: NodeJS.Timeout | undefined;
  private savedChanges = -1;
  private restUntil = 0;

  constructor(
    private readonly file: string,
    private readonly world: World,
  ) {}

  /**
   * Restores the saved world.
   * @returns false when there is none, or when it has another seed
   * @throws DataFileError when the file cannot be used
   */
  load(): boolean {
    this.assertWritable();
    const stored = this.read();
    if (stored === undefined) return false;
    const snapshot = this.parse(stored);
    if (snapshot.version !== 3) {
      this.world.log(`the data file ${this.file} has another version; starting with a new world`);
      return false;
    }
    if (snapshot.seed !== this.world.settings.seed) return false;
    restore(this.world, snapshot);
    return true;
  }

  /** Fails at start instead of losing everything later. The test file is not the one that saving writes. */
  private assertWritable(): void {
    const trial = `${this.file}.${process.pid}.trial`;
    try {
      mkdirSync(path.dirname(this.file), { recursive: true });
      if (statSync(this.file, { throwIfNoEntry: false })?.isDirectory())
        throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
      writeFileSync(trial, '', { mode: 0o600 });
      rmSync(trial);
    } catch (cause) {
      throw DataFileError.unwritable(this.file, cause);
    }
  }

  private read(): string | undefined {
    try {
      return readFileSync(this.file, 'utf8');
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw DataFileError.unreadable(this.file, cause);
    }
  }

  private parse(stored: string): WorldSnapshot {
    try {
      return JSON.parse(stored) as WorldSnapshot;
    } catch (cause) {
      throw DataFileError.invalid(this.file, cause);
    }
  }

  keepSaving(): void {
    this.save();
    this.timer = setInterval(() => {
      if (Date.now() >= this.restUntil) this.saveOrSay();
    }, LOOK_EVERY_MS);
    this.timer.unref();
  }

  close(): void {
    clearInterval(this.timer);
    this.saveOrSay();
  }

  /** Keeps serving when the disk is full. */
  private saveOrSay(): void {
    try {
      this.save();
    } catch (error) {
      this.world.log(`not saved: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private save(): void {
    if (this.savedChanges === this.world.changes) return;
    const startedAt = Date.now();
    const changes = this.world.changes;
    const text = JSON.stringify(takeSnapshot(this.world));
    mkdirSync(path.dirname(this.file), { recursive: true });
    // The file holds tokens, so only its owner may read it. A crash must not leave half a file.
    writeFileSync(`${this.file}.new`, text, { mode: 0o600 });
    renameSync(`${this.file}.new`, this.file);
    this.savedChanges = changes;
    this.restUntil = Date.now() + (Date.now() - startedAt) * REST_FACTOR;
  }
}
