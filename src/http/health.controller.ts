import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Limited, Public } from '../auth/index.js';
import { messageOf, UnavailableError } from '../common/index.js';
import { DatabaseFacts } from '../database/index.js';
import { JobQueue } from '../jobs/index.js';

/** For load balancers and orchestrators. */
@ApiTags('Health')
@Controller('health')
@Public()
@Limited('none')
export class HealthController {
  constructor(
    private readonly database: DatabaseFacts,
    private readonly queue: JobQueue,
  ) {}

  @Get('live')
  @ApiOperation({ summary: 'The process runs' })
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @ApiOperation({
    summary: 'The process can serve: its database answers. Without Redis it still can, only slower',
  })
  async ready(): Promise<{ status: 'ok'; database: 'ok'; queue: string }> {
    try {
      await this.database.ping();
    } catch (error) {
      throw new UnavailableError('database_unavailable', 'The database does not answer.', { cause: error });
    }
    const queue = await this.queue.ping().then(
      () => 'ok',
      (error: unknown) => `unreachable: ${messageOf(error)}`,
    );
    return { status: 'ok', database: 'ok', queue };
  }
}
