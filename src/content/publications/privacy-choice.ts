import { Injectable } from '@nestjs/common';
import { InvalidInputError } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { explainError, type PrivacyLevel } from '../../tiktok/index.js';

/** What an app may choose that TikTok has not audited: refused here, before TikTok does, with the explanation. */
@Injectable()
export class PrivacyChoice {
  constructor(private readonly config: AppConfig) {}

  /** @throws InvalidInputError */
  assertAllowed(privacyLevel: PrivacyLevel): void {
    if (this.config.tiktok.audited || privacyLevel === 'SELF_ONLY') return;
    const code = 'unaudited_client_can_only_post_to_private_accounts';
    const complaint = 'must be SELF_ONLY until TikTok has audited the app (TIKTOK_APP_AUDITED)';
    throw new InvalidInputError(
      explainError('open_api', code).sentence,
      [{ field: 'privacyLevel', complaint }],
      code,
    );
  }
}
