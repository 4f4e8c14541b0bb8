import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NeedsRole, UserId } from '../../auth/index.js';
import { Clock } from '../../common/index.js';
import { Idempotent } from '../../idempotency/index.js';
import { CreativeIntake } from './creative-intake.js';
import { CreativeView, toCreativeView } from './dto/creative.view.js';
import { UploadCreativeDto } from './dto/new-creative.dto.js';

/** The name by which admin UIs call it. */
@ApiTags('Ads')
@Controller('api/upstream/call/tiktok-provider')
export class UploadCreativeController {
  constructor(
    private readonly intake: CreativeIntake,
    private readonly clock: Clock,
  ) {}

  @Post('upload-creative')
  @Idempotent()
  @NeedsRole('editor')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Upload a video or an image to an ad account',
    description:
      'Does what `POST /api/ads/creatives/videos` and `…/images` do for a file that is given by `url` or `publicationId`. ' +
      'Send bytes to those calls.',
  })
  @ApiAcceptedResponse({ type: CreativeView })
  async uploadCreative(
    @Body() { kind = 'video', ...body }: UploadCreativeDto,
    @UserId() userId: string,
  ): Promise<CreativeView> {
    return toCreativeView(await this.intake.refer(body, { kind, userId }), this.clock.now());
  }
}
