import { Injectable, Logger } from '@nestjs/common';
import { messageOf } from '../../common/index.js';
import { ReconnectNeededError } from '../../integrations/index.js';
import { AdvertiserApi } from '../../tiktok/index.js';
import type { AdWebhookUser } from './ad-webhook-accounts.js';

/** Lets TikTok say whether it still accepts the tokens that keep webhooks of ad accounts alive. */
@Injectable()
export class AdTokenProbe {
  private readonly logger = new Logger(AdTokenProbe.name);

  constructor(private readonly advertisers: AdvertiserApi) {}

  /** A rejected token ends its part of the integrations, as after any other call. */
  async check(users: readonly AdWebhookUser[], signal: AbortSignal): Promise<void> {
    const usable = users.filter(({ isRejected }) => !isRejected);
    for (const credentialId of new Set(usable.map((one) => one.credentialId))) {
      signal.throwIfAborted();
      try {
        await this.advertisers.granted(credentialId);
      } catch (error) {
        // Otherwise it is unknown, which is no alarm.
        if (!(error instanceof ReconnectNeededError))
          this.logger.warn(`could not check the token of ${credentialId}: ${messageOf(error)}`);
      }
    }
  }
}
