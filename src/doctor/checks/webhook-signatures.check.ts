import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { Check } from '../check.js';
import { ok, warning, type Verdict } from '../finding.js';

/** Checks that the signatures of webhooks are verified, and names the secrets that are live besides the usual ones. */
@Injectable()
export class WebhookSignaturesCheck extends Check {
  readonly name = 'webhook_signatures';

  constructor(private readonly config: AppConfig) {
    super();
  }

  examine(): Verdict {
    return signaturesVerdict(this.config.tiktok.webhooks);
  }
}

export function signaturesVerdict({
  unverified,
  loginSecrets,
  businessSecrets,
}: AppConfig['tiktok']['webhooks']): Verdict {
  if (unverified.length > 0)
    return warning(
      `Webhooks of ${unverified.join(', ')} are accepted without a valid signature: anyone who knows the address can send events.`,
      'Remove TIKTOK_UNVERIFIED_WEBHOOKS, unless something in front of this service verifies the signatures.',
    );
  const more = loginSecrets.length + businessSecrets.length;
  return ok(
    more === 0
      ? 'The signatures of all webhooks are verified.'
      : `The signatures of all webhooks are verified. Besides the secrets of the apps, ${more} more are accepted; remove them after the rotation.`,
  );
}
