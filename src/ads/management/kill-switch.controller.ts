import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Audited } from '../../audit/index.js';
import { NeedsRole, UserId } from '../../auth/index.js';
import { Idempotent } from '../../idempotency/index.js';
import { KillSwitchDto } from './dto/kill-switch.dto.js';
import { KillSwitchAnswer } from './dto/kill-switch.view.js';
import { KillSwitch } from './kill-switch.js';

@ApiTags('Ads')
@Controller('api/ads/kill-switch')
export class KillSwitchController {
  constructor(private readonly killSwitch: KillSwitch) {}

  @Post()
  @Idempotent()
  @Audited()
  @NeedsRole('editor')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Pause every campaign and stop every launch',
    description:
      'It reads the campaigns of each ad account from TikTok and pauses those that are enabled. It goes on when one fails, ' +
      'and reports each. No policy blocks it. You can call it again at any time.',
  })
  @ApiOkResponse({ type: KillSwitchAnswer })
  pull(@Body() body: KillSwitchDto, @UserId() userId: string): Promise<KillSwitchAnswer> {
    return this.killSwitch.pull(body, userId);
  }
}
