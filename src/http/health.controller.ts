import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Limited, Public } from '../auth/index.js';
import { UnavailableError, within } from '../common/index.js';
import { DatabaseFacts } from '../database/index.js';
import { JobQueue } from '../jobs/index.js';
import { Background, Readiness, type Trouble } from '../runtime/index.js';
import { LiveAnswer, ReadyAnswer } from './health.answers.js';

const PATIENCE_MS = 5_000;
const NO_REDIS =
  'Redis does not answer. No work is lost: jobs are found in the database, up to a second later.';

/** For load balancers and orchestrators. Anonymous callers read it: no paths, no names, no driver's own words. */
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
  @ApiOperation({ summary: 'Check that the process runs' })
  @ApiOkResponse({ type: LiveAnswer })
  getLiveness(): LiveAnswer {
    return { status: 'ok' };
  }

  @Get('ready')
  @ApiOperation({
    summary: 'Check that the process can serve',
    description:
      'Answers 503 with a problem while the process starts, its database does not answer, its data folder cannot be ' +
      'written, or it lacks the encryption key of stored tokens. Redis may be away: work then goes on, a little slower.',
  })
  @ApiOkResponse({ type: ReadyAnswer })
  async getReadiness(): Promise<ReadyAnswer> {
    await this.assertDatabase();
    if (!this.background.hasBegun)
      throw new UnavailableError('starting', 'This process is starting. Try again shortly.');
    const [troubles, hasQueue] = await Promise.all([this.readiness.check(), this.isQueueThere()]);
    const known = [...troubles.values()].filter((trouble) => trouble !== undefined);
    assertNoneBlocks(known);
    const stateOf = (probe: string) => (troubles.get(probe) ? 'unavailable' : 'ok');
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
      await within(PATIENCE_MS, this.database.ping(), () => {
        throw new Error(`no answer within ${PATIENCE_MS / 1000} s`);
      });
    } catch (cause) {
      throw new UnavailableError('database_unavailable', 'The database does not answer.', { cause });
    }
  }

  private async isQueueThere(): Promise<boolean> {
    return await this.queue.ping().then(
      () => true,
      () => false,
    );
  }
}

function assertNoneBlocks(troubles: readonly Trouble[]): void {
  const blocking = troubles.filter(({ blocks }) => blocks);
  const [first] = blocking;
  if (first) throw new UnavailableError(first.code, blocking.map(({ message }) => message).join(' '));
}
