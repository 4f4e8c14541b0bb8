import { Injectable } from '@nestjs/common';
import { SystemContext } from '../database/index.js';
import { Background } from './background.js';

// A process may not live longer than a few minutes.
const LOOK_MS = 60_000;

// A time ahead of now is left from a clock that was wrong.
const BEGIN = `
  INSERT INTO shared_tasks AS t (name, begun_at) VALUES ($1, now())
  ON CONFLICT (name) DO UPDATE SET begun_at = now()
  WHERE t.begun_at <= now() - make_interval(secs => $2) OR t.begun_at > now()
  RETURNING name`;

/** Repeats tasks in one process at a time. The database knows when each began last, so that restarts do not put it off. */
@Injectable()
export class SharedTasks {
  constructor(
    private readonly background: Background,
    private readonly system: SystemContext,
  ) {}

  /** Repeats a task while any process runs. A failure is logged, and the task is repeated after the same time. */
  every(name: string, milliseconds: number, task: () => Promise<unknown>): void {
    this.background.every(name, Math.min(LOOK_MS, milliseconds), async () => {
      if (await this.begin(name, milliseconds)) await task();
    });
  }

  /** @returns true if the task has not begun for so long; it then counts as begun */
  async begin(name: string, milliseconds: number): Promise<boolean> {
    const parameters = [name, milliseconds / 1000];
    return (await this.system.statement('begin a shared task', BEGIN, parameters)).length > 0;
  }
}
