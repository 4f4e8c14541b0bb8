import { All, Controller, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { cutText, NotFoundError } from '../common/index.js';

/** Answers actions that do not exist. The router prefers existing routes. */
@ApiExcludeController()
@Controller('api/upstream/call/tiktok-provider')
export class UnknownActionController {
  @All(':action')
  refuse(@Param('action') action: string): never {
    throw new NotFoundError(
      'unknown_action',
      `There is no action "${cutText(action, 60)}". Use one from the API documentation, with POST.`,
    );
  }
}
