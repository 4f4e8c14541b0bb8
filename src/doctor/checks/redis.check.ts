import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { JobQueue } from '../../jobs/index.js';
import { Check } from '../check.js';
import { ok, problem, type Verdict } from '../finding.js';

/** Checks that a configured Redis responds. */
@Injectable()
export class RedisCheck extends Check {
  readonly name = 'redis';

  constructor(
    private readonly config: AppConfig,
    private readonly queue: JobQueue,
  ) {
    super();
  }

  async examine(): Promise<Verdict> {
    if (this.config.redisUrl === undefined) return redisVerdict('unconfigured');
    const answers = await this.queue.ping().then(
      () => true,
      () => false,
    );
    return redisVerdict(answers ? 'answers' : 'silent');
  }
}

export function redisVerdict(redis: 'unconfigured' | 'answers' | 'silent'): Verdict {
  if (redis === 'unconfigured')
    return ok('No REDIS_URL: jobs run in one process, and other processes find due work within a second.');
  if (redis === 'answers') return ok('Redis responds.');
  return problem(
    'Redis at REDIS_URL does not respond. No work is lost: it starts from the database, a second later.',
    'Check that Redis runs, REDIS_URL with its password, and the firewall.',
  );
}
