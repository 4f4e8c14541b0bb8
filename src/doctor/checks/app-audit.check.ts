import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { Check } from '../check.js';
import { ok, warning, type Verdict } from '../finding.js';

/** What the configuration says of TikTok's audit; TikTok itself tells only when it refuses a post. */
@Injectable()
export class AppAuditCheck extends Check {
  readonly name = 'app_audit';

  constructor(private readonly config: AppConfig) {
    super();
  }

  examine(): Verdict {
    return auditVerdict(this.config.tiktok.audited);
  }
}

/** https://developers.tiktok.com/doc/content-sharing-guidelines */
export function auditVerdict(audited: boolean): Verdict {
  if (audited) {
    return ok(
      'TIKTOK_APP_AUDITED=true: public posts are sent. If TikTok has not audited the app it refuses them with unaudited_client_can_only_post_to_private_accounts; set it to false until then.',
    );
  }
  return warning(
    'TIKTOK_APP_AUDITED=false: until TikTok has audited the app, at most 5 users a day can post, their accounts must be private at that time, and SELF_ONLY is the only privacy level. Public posts are refused here.',
    'Apply for the audit of the Content Posting API in the developer portal; afterwards set TIKTOK_APP_AUDITED=true.',
  );
}
