import { Injectable, Logger } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { CronJob } from 'cron';
import { isDatabaseUnavailable } from '../common/index.js';

type Step = () => void | Promise<void>;

/**
 * Starts and stops background work: jobs, schedules, janitors, replays. Modules register it in `onModuleInit`. It starts
 * when the process listens, so a failed start and a command never run any. It stops after the last request and before the
 * database connections close, which Nest's own shutdown hooks would do too early.
 */
@Injectable()
export class Background {
  private readonly logger = new Logger(Background.name);
  private readonly starts: Step[] = [];
  private readonly stops: Step[] = [];
  private begun = false;

  constructor(private readonly registry: SchedulerRegistry) {}

  /** True while all registered work is running. */
  get hasBegun(): boolean {
    return this.begun;
  }

  /**
   * @param start resolves when the work is running; if it throws, the process does not start
   * @param stop resolves when the work has ended; called even if it never started
   */
  register(start: Step, stop?: Step): void {
    this.starts.push(start);
    if (stop) this.stops.push(stop);
  }

  /** Repeats a task while the process runs. A failure is logged, and the task is repeated anyway. */
  every(name: string, milliseconds: number, task: () => Promise<unknown>): void {
    const run = this.guarded(name, task);
    this.register(() => this.registry.addInterval(name, setInterval(run, milliseconds)));
  }

  /** Runs a task at the times of a cron expression, in UTC. */
  cron(name: string, cronTime: string, task: () => Promise<unknown>): void {
    this.register(() => {
      const job = CronJob.from({ cronTime, timeZone: 'UTC', onTick: this.guarded(name, task) });
      this.registry.addCronJob(name, job as never);
      job.start();
    });
  }

  /** Called once, when the process listens. Starts work in the order of registration. */
  async begin(): Promise<void> {
    for (const start of this.starts) await start();
    this.begun = true;
  }

  /** Stops work in reverse order. A part that fails to stop does not keep the others from stopping. */
  async end(): Promise<void> {
    this.begun = false;
    for (const stop of this.stops.splice(0).toReversed()) {
      try {
        await stop();
      } catch (error) {
        this.logger.error({ err: error, msg: 'background work failed to stop' });
      }
    }
  }

  private guarded(name: string, task: () => Promise<unknown>): () => void {
    const failed = (error: unknown) => {
      const line = { err: error, task: name, msg: `the task "${name}" failed` };
      // A database outage has its own log line.
      if (isDatabaseUnavailable(error)) this.logger.debug(line);
      else this.logger.error(line);
    };
    return () => void task().catch(failed);
  }
}
