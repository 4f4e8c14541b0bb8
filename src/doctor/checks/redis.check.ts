import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { JobQueue } from '../../jobs/index.js';
import { Check } from '../check.js';
import { ok, problem, type Verdict } from '../finding.js';

/** Redis answers, where it is configured. */
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
    return ok(
      'No REDIS_URL: jobs run within one process, and other processes find due work within a second.',
    );
  if (redis === 'answers') return ok('Redis answers.');
  return problem(
    'Redis at REDIS_URL does not answer. Nothing is lost: due work is found in the database, a second later.',
    'Check REDIS_URL, its password and the firewall, and that Redis runs.',
  );
}
