import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { World } from '../world.js';
import { restore, takeSnapshot, type WorldSnapshot } from './world-snapshot.js';

/** A crash costs at most this much of a usual world. */
const LOOK_EVERY_MS = 1_000;

/** A world that takes long to write is written more rarely: saving may cost a twentieth of the time. */
const REST_FACTOR = 20;

/** Keeps a world in one JSON file, so that tokens and posts of the last start are still good. */
export class WorldFile {
  private timer: NodeJS.Timeout | undefined;
  private savedChanges = -1;
  private restUntil = 0;

  constructor(
    private readonly file: string,
    private readonly world: World,
  ) {}

  /**
   * Takes up the saved world.
   * @returns false when there is none, or when it grew from another seed
   * @throws Error when the file is there but makes no sense
   */
  load(): boolean {
    if (!existsSync(this.file)) return false;
    let snapshot: WorldSnapshot;
    try {
      snapshot = JSON.parse(readFileSync(this.file, 'utf8')) as WorldSnapshot;
    } catch (cause) {
      throw new Error(`the data file ${this.file} cannot be read; delete it to start anew`, { cause });
    }
    if (snapshot.version !== 3) {
      this.world.log(`the data file ${this.file} is of another version; starting anew`);
      return false;
    }
    if (snapshot.seed !== this.world.settings.seed) return false;
    restore(this.world, snapshot);
    return true;
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

  /** A full disk is no reason to stop serving. */
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
    // Tokens are in it, so nobody else may read it; and a crash must not leave half a file.
    writeFileSync(`${this.file}.new`, text, { mode: 0o600 });
    renameSync(`${this.file}.new`, this.file);
    this.savedChanges = changes;
    this.restUntil = Date.now() + (Date.now() - startedAt) * REST_FACTOR;
  }
}
