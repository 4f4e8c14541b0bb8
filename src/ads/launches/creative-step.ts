import { Injectable } from '@nestjs/common';
import { CreativeLibrary } from '../creatives/creative-library.js';
import type { LaunchContext } from './launch-context.js';
import { creativeKey } from './launch-plan.js';
import type { LaunchStep } from './launch-step.entity.js';
import type { StepResult } from './step-result.js';

const POLL_SECONDS = 3;

/** Turns an upload, or the files of a publication, into media of the ad account. */
@Injectable()
export class CreativeStep {
  constructor(private readonly library: CreativeLibrary) {}

  async run({ launch }: LaunchContext, step: LaunchStep): Promise<StepResult> {
    const { accountId, requestedBy } = launch;
    const ads = launch.body.adGroups.flatMap((group) => group.ads);
    if (!ads.some(({ creative }) => creativeKey(creative) === step.key))
      return { kind: 'skipped', message: 'The ad shows the public post of the publication.' };
    const [, source, id = ''] = step.key.split(':');
    const creativeIds = source === 'upload' ? [id] : (step.detail?.creativeIds ?? []);
    if (creativeIds.length === 0) {
      const begun = await this.library.beginPublication({ accountId, publicationId: id }, requestedBy);
      const message = begun.length === 1 ? 'The file goes to TikTok.' : 'The photos go to TikTok.';
      return { kind: 'waiting', seconds: 1, message, detail: { creativeIds: begun } };
    }
    const found = await this.library.stateOfAll(creativeIds, accountId);
    if (found.state === 'failed')
      // A resumed launch uploads the files of the publication again.
      return { kind: 'failed', code: found.code, message: found.reason, detail: { creativeIds: [] } };
    if (found.state === 'pending')
      return { kind: 'waiting', seconds: POLL_SECONDS, message: 'The file is on its way to TikTok.' };
    return { kind: 'done', detail: { creative: found.media } };
  }
}
