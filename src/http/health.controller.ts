import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Limited, Public } from '../auth/index.js';
import { HttpOptions, UnavailableError, within } from '../common/index.js';
import { DatabaseFacts } from '../database/index.js';
import { JobQueue } from '../jobs/index.js';
import { Background, Readiness, type ReadinessIssue } from '../runtime/index.js';
import { LiveAnswer, ReadyAnswer } from './health.view.js';

const PING_TIMEOUT_MS = 5_000;
const NO_REDIS =
  'Redis does not answer. No work is lost: the service finds jobs in the database, up to 1 s later. Check Redis.';

/** Probes for load balancers and orchestrators. They are public, so answers contain no paths, names or driver messages. */
@ApiTags('Health')
@Controller('health')
@Public()
@Limited('none')
export class HealthController {
  constructor(
    private readonly database: DatabaseFacts,
    private readonly queue: JobQueue,
    private readonly background: Background,
    private readonly readiness: Readiness,
  ) {}

  @Get('live')
  @HttpOptions({ probe: true })
  @ApiOperation({ summary: 'Check that the process runs' })
  @ApiOkResponse({ type: LiveAnswer })
  getLiveness(): LiveAnswer {
    return { status: 'ok' };
  }

  @Get('ready')
  @HttpOptions({ probe: true })
  @ApiOperation({
    summary: 'Check that the process can serve requests',
    description:
      'Answers 503 with a problem while the process starts, the database does not answer, the data folder is not ' +
      'writable, or the encryption key of stored tokens is missing. Without Redis the service works, a little slower.',
  })
  @ApiOkResponse({ type: ReadyAnswer })
  async getReadiness(): Promise<ReadyAnswer> {
    await this.assertDatabase();
    if (!this.background.hasBegun)
      throw new UnavailableError('starting', 'This process is starting. Try again shortly.');
    const [issues, hasQueue] = await Promise.all([this.readiness.check(), this.isQueueThere()]);
    const known = [...issues.values()].filter((issue) => issue !== undefined);
    assertNoneBlocks(known);
    const stateOf = (probe: string) => (issues.get(probe) ? 'unavailable' : 'ok');
    return {
      status: 'ok',
      database: 'ok',
      queue: hasQueue ? 'ok' : 'unavailable',
      dataFolder: stateOf('dataFolder'),
      encryptionKeys: stateOf('encryptionKeys'),
      notes: [...(hasQueue ? [] : [NO_REDIS]), ...known.map(({ message }) => message)],
    };
  }

  private async assertDatabase(): Promise<void> {
    try {
      await within(PING_TIMEOUT_MS, this.database.ping(), () => {
        throw new Error(`no answer within ${PING_TIMEOUT_MS / 1000} s`);
      });
    } catch (cause) {
      throw new UnavailableError('database_unavailable', 'The database does not answer. Try again shortly.', {
        cause,
      });
    }
  }

  private async isQueueThere(): Promise<boolean> {
    return await this.queue.ping().then(
      () => true,
      () => false,
    );
  }
}

function assertNoneBlocks(issues: readonly ReadinessIssue[]): void {
  const blocking = issues.filter(({ blocks }) => blocks);
  const [first] = blocking;
  if (first) throw new UnavailableError(first.code, blocking.map(({ message }) => message).join(' '));
}
