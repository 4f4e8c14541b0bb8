import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { queryRows, SystemContext } from '../../database/index.js';
import { Check } from '../check.js';
import { ok, problem, warning, type Verdict } from '../finding.js';

const REFUSED = `
  SELECT count(*)::int AS count FROM publications
  WHERE fail_code = 'unaudited_client_can_only_post_to_private_accounts' AND updated_at > now() - interval '7 days'`;

/** Checks TIKTOK_APP_AUDITED. TikTok reveals the audit only when it refuses a post. */
@Injectable()
export class AppAuditCheck extends Check {
  readonly name = 'app_audit';

  constructor(
    private readonly config: AppConfig,
    private readonly system: SystemContext,
  ) {
    super();
  }

  async examine(): Promise<Verdict> {
    const refused = await this.system.transaction('doctor: posts refused for a missing audit', async (em) => {
      const [row] = await queryRows<{ count: number }>(em, REFUSED);
      return row?.count ?? 0;
    });
    return auditVerdict(this.config.tiktok.audited, refused);
  }
}

/**
 * https://developers.tiktok.com/doc/content-sharing-guidelines
 * @param refusedPosts posts that TikTok refused recently because the app is not audited
 */
export function auditVerdict(audited: boolean, refusedPosts: number): Verdict {
  if (audited && refusedPosts > 0) {
    return problem(
      `TIKTOK_APP_AUDITED=true, but TikTok refused ${refusedPosts} post(s) in the last 7 days because it has not audited the app.`,
      'Set TIKTOK_APP_AUDITED=false until TikTok has audited the app; the service then refuses public posts with the reason.',
    );
  }
  if (audited) {
    return ok(
      'TIKTOK_APP_AUDITED=true: public posts are sent. If TikTok has not audited the app, it refuses them with unaudited_client_can_only_post_to_private_accounts; in that case set it to false.',
    );
  }
  return warning(
    'TIKTOK_APP_AUDITED=false: until TikTok has audited the app, at most 5 users a day can post, their accounts must be private at that time, and SELF_ONLY is the only privacy level. The service refuses public posts.',
    'Apply for the audit of the Content Posting API in the developer portal, then set TIKTOK_APP_AUDITED=true.',
  );
}
