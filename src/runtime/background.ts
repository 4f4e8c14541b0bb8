import { Injectable, Logger } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { CronJob } from 'cron';
import { isDatabaseGone } from '../common/index.js';

type Step = () => void | Promise<void>;

/**
 * Work that goes on by itself: jobs, schedules, janitors, replays. Modules register it in `onModuleInit`; it begins when
 * the process listens, so a process that cannot start, and a command, never does any. It ends after the last request, and
 * while the database is still there: Nest's own order of shutdown hooks would close the connections first.
 */
@Injectable()
export class Background {
  private readonly logger = new Logger(Background.name);
  private readonly starts: Step[] = [];
  private readonly stops: Step[] = [];
  private begun = false;

  constructor(private readonly registry: SchedulerRegistry) {}

  /** Whether everything that was registered goes on now. */
  get hasBegun(): boolean {
    return this.begun;
  }

  /**
   * @param start returns when the work goes on; what it throws ends the start of the process
   * @param stop returns when the work has come to its end; called even when it never began
   */
  register(start: Step, stop?: Step): void {
    this.starts.push(start);
    if (stop) this.stops.push(stop);
  }

  /** Repeats a task for as long as the process runs. One that fails is logged, and repeated all the same. */
  every(name: string, milliseconds: number, task: () => Promise<unknown>): void {
    const run = this.guarded(name, task);
    this.register(() => this.registry.addInterval(name, setInterval(run, milliseconds)));
  }

  /** Repeats a task at the times of a cron expression (UTC). */
  cron(name: string, cronTime: string, task: () => Promise<unknown>): void {
    this.register(() => {
      const job = CronJob.from({ cronTime, timeZone: 'UTC', onTick: this.guarded(name, task) });
      this.registry.addCronJob(name, job as never);
      job.start();
    });
  }

  /** Called once, when the process listens. In the order of registration. */
  async begin(): Promise<void> {
    for (const start of this.starts) await start();
    this.begun = true;
  }

  /** In the reverse order. Whatever fails to stop must not keep the rest from stopping. */
  async end(): Promise<void> {
    this.begun = false;
    for (const stop of this.stops.splice(0).toReversed()) {
      try {
        await stop();
      } catch (error) {
        this.logger.error({ err: error, msg: 'work could not be stopped in order' });
      }
    }
  }

  private guarded(name: string, task: () => Promise<unknown>): () => void {
    const failed = (error: unknown) => {
      const line = { err: error, task: name, msg: `the task "${name}" failed` };
      // The loss of the database has a line of its own.
      if (isDatabaseGone(error)) this.logger.debug(line);
      else this.logger.error(line);
    };
    return () => void task().catch(failed);
  }
}
