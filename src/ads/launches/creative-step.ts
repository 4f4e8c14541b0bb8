import { Injectable } from '@nestjs/common';
import { CreativeLibrary } from '../creatives/creative-library.js';
import type { LaunchContext } from './launch-context.js';
import type { LaunchStep } from './launch-step.entity.js';
import type { StepResult } from './step-result.js';

const POLL_SECONDS = 3;

/** Turns an upload or a publication into media of the ad account. */
@Injectable()
export class CreativeStep {
  constructor(private readonly library: CreativeLibrary) {}

  async run({ launch }: LaunchContext, step: LaunchStep): Promise<StepResult> {
    const [, source, id = ''] = step.key.split(':');
    const creativeId = source === 'upload' ? id : step.detail?.creativeId;
    if (creativeId === undefined) {
      const begun = await this.library.begin(
        { accountId: launch.accountId, publicationId: id },
        { kind: 'video', userId: launch.requestedBy },
      );
      return {
        kind: 'waiting',
        seconds: 1,
        message: 'The file goes to TikTok.',
        detail: { creativeId: begun },
      };
    }
    const found = await this.library.stateOf(creativeId, launch.accountId);
    if (found.state === 'failed') return { kind: 'failed', code: found.code, message: found.reason };
    if (found.state === 'pending')
      return { kind: 'waiting', seconds: POLL_SECONDS, message: 'The file is on its way to TikTok.' };
    const { media } = found;
    const creative = 'videoId' in media ? media : { imageIds: [media.imageId] };
    return { kind: 'done', detail: { ...step.detail, creative } };
  }
}
