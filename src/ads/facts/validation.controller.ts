import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OnlyReads } from '../../auth/index.js';
import { LaunchBodyDto } from '../spec/launch-body.dto.js';
import { CheckedLaunchView } from './dto/checked-launch.view.js';
import { LaunchCheck } from './launch-check.js';

@ApiTags('Ads')
@Controller('api/ads')
export class ValidationController {
  constructor(private readonly check: LaunchCheck) {}

  @Post('validate')
  @OnlyReads()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Validate a launch without creating it',
    description:
      'It checks the body by TikTok’s rules and against the ad account: identities, pixels, apps, audiences, media and posts. ' +
      'It returns every complaint with the field, the rule and a value that would pass.',
  })
  @ApiOkResponse({ type: CheckedLaunchView })
  validateLaunch(@Body() body: LaunchBodyDto): Promise<CheckedLaunchView> {
    return this.check.run(body);
  }
}
