import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OnlyReads } from '../../auth/index.js';
import { LaunchBodyDto } from '../spec/launch-body.dto.js';
import { AdsValidationView } from './dto/validation.view.js';
import { LaunchValidation } from './launch-validation.js';

@ApiTags('Ads')
@Controller('api/ads')
export class RulesController {
  constructor(private readonly validation: LaunchValidation) {}

  @Post('validate')
  @OnlyReads()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Validate a launch without creating it',
    description: 'It returns every complaint with the field, the rule and a value that would pass.',
  })
  @ApiOkResponse({ type: AdsValidationView })
  validateLaunch(@Body() body: LaunchBodyDto): Promise<AdsValidationView> {
    return this.validation.offline(body);
  }
}
