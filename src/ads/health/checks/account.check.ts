import { Injectable } from '@nestjs/common';
import type { AdAccountRef } from '../../../integrations/index.js';
import { problemOf } from '../../accounts/account-problems.js';
import { accountTitle } from '../account-title.js';
import type { CheckedAccount, Finding } from '../finding.js';
import { HealthCheck, type HealthNotice } from '../health-check.js';

/** Statuses of accounts that never ran ads, or wait for TikTok: nothing has been taken away. */
const IN_REVIEW = /PENDING_(CONFIRM|VERIFIED)|WAIT|UNAUDITED/;

/** Finds accounts that TikTok has suspended, closed or rejected. */
@Injectable()
export class AccountCheck extends HealthCheck {
  readonly topic = 'account';

  find({ account, status, statusReason, known }: CheckedAccount): Promise<Finding[] | undefined> {
    const problem = problemOf({ accessible: true, connected: true, status });
    // An account that waits for TikTok after it was closed is not open again.
    if (problem && IN_REVIEW.test(problem.code)) return Promise.resolve(known.size > 0 ? undefined : []);
    if (!problem) return Promise.resolve([]);
    const said = statusReason === null ? '' : ` TikTok's reason: ${statusReason}`;
    const { reason, fix } = problem;
    return Promise.resolve([{ objectId: 'status', name: account.name, reason: `${reason}${said}`, fix }]);
  }

  notice(account: AdAccountRef, [finding]: readonly Finding[]): HealthNotice {
    return {
      kind: 'ad_account_suspended',
      severity: 'critical',
      title: accountTitle(account, 'ads do not run'),
      detail: `${finding?.reason ?? ''} ${finding?.fix ?? ''}`.trim(),
    };
  }

  over(account: AdAccountRef): string {
    return accountTitle(account, 'the ad account is open again');
  }
}
