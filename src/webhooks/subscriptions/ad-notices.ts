import { groupBy } from '../../common/index.js';
import type { NewNotification } from '../../notifications/index.js';
import type { WantedSubscription } from './ad-subscription-state.js';
import type { Standing, StandingNotice } from '../checks/standing-notices.js';

/** What a check has found about one subscription, and done about it. `unknown`: TikTok did not answer. */
export type AdFinding = { wanted: WantedSubscription } & (
  | { result: 'right' | 'unknown' | 'silenced' }
  | {
      result: 'missing' | 'repaired';
      /** The service had subscribed before. */
      isTaken: boolean;
      /** Another environment has subscribed to the same. */
      isElsewhere: boolean;
    }
  | { result: 'refused'; refusal: string }
);

const SCOPE = 'ads:';
const NAMES: Record<string, string> = {
  AD_ACCOUNT_SUSPENSION: 'suspensions',
  CREATIVE_FATIGUE: 'creative fatigue',
  REPORT_DATA_CHANGE: 'changed figures',
};
const ALL_CLEAR = 'Webhooks of ad accounts are no longer missing';

/** Each organisation gets one notice for what concerns its ad accounts. Webhooks of the app are for the doctor only. */
export function adStandings(findings: readonly AdFinding[], certain: boolean): Standing[] {
  const ofAccounts = findings.filter(({ wanted }) => wanted.advertiserId !== null);
  const taken = ofAccounts.filter(
    (one) => (one.result === 'missing' || one.result === 'repaired') && one.isTaken,
  );
  const refused = ofAccounts.filter(({ result }) => result === 'refused');
  const silenced = ofAccounts.filter(({ result }) => result === 'silenced');
  const standing = (kind: NewNotification['kind'], present: StandingNotice[]): Standing => ({
    kind,
    scope: SCOPE,
    present,
    certain,
    allClear: ALL_CLEAR,
  });
  return [
    standing('webhooks_replaced', byOrganisation(taken, replacedNotice)),
    standing('webhooks_refused', byOrganisation(refused, refusedNotice)),
    standing('webhooks_silenced', silencedNotices(silenced)),
  ];
}

function byOrganisation(
  findings: readonly AdFinding[],
  write: (own: readonly AdFinding[]) => StandingNotice['notice'],
): StandingNotice[] {
  const pairs = findings.flatMap((finding) =>
    [...new Set(finding.wanted.users.map(({ organisationId }) => organisationId))].map((organisationId) => ({
      organisationId,
      finding,
    })),
  );
  return [...groupBy(pairs, ({ organisationId }) => organisationId)].map(([organisationId, own]) => ({
    organisationId,
    cause: SCOPE,
    notice: write(own.map(({ finding }) => finding)),
  }));
}

function replacedNotice(findings: readonly AdFinding[]): StandingNotice['notice'] {
  const isRepaired = findings.every(({ result }) => result === 'repaired');
  const isElsewhere = findings.some((one) => 'isElsewhere' in one && one.isElsewhere);
  const cause = isElsewhere
    ? 'another environment has subscribed instead, which suggests that it uses the same Business app'
    : 'TikTok no longer listed the subscriptions of this service';
  return {
    severity: 'warning',
    title: `Webhooks of ${accountsIn(findings)} had ended`,
    detail:
      `TikTok no longer sent webhooks about ${familiesIn(findings)}: ${cause}. In the meantime, only regular checks and syncs ` +
      'found changes. ' +
      (isRepaired
        ? 'The service has subscribed again. If this repeats, an operator gives the other environment an app of its own.'
        : 'If this environment should receive them, an operator sets TIKTOK_ADS_WEBHOOKS=register.'),
    subject: subjectOf(findings),
  };
}

function refusedNotice(findings: readonly AdFinding[]): StandingNotice['notice'] {
  const reasons = [...new Set(findings.map((one) => (one.result === 'refused' ? one.refusal : '')))];
  return {
    severity: 'warning',
    title: `TikTok refuses webhooks of ${accountsIn(findings)}`,
    detail:
      `TikTok refuses the subscription to ${familiesIn(findings)}: ${reasons.slice(0, 3).join('; ')}. Regular checks and syncs ` +
      'still find changes, only later. An operator asks the TikTok representative for this family, or removes it from ' +
      'TIKTOK_ADS_WEBHOOK_FAMILIES.',
    subject: subjectOf(findings),
  };
}

/** One for each integration, whose reconnect is the cure. */
function silencedNotices(findings: readonly AdFinding[]): StandingNotice[] {
  const pairs = findings.flatMap((finding) => finding.wanted.users.map((user) => ({ user, finding })));
  return [...groupBy(pairs, ({ user }) => user.integrationId).values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { integrationId, organisationId, name } = first.user;
    const all = own.map(({ finding }) => finding);
    return {
      organisationId,
      cause: `${SCOPE}${integrationId}:`,
      notice: {
        severity: 'warning' as const,
        title: `${name}: webhooks of ads have stopped`,
        detail:
          `TikTok no longer accepts the access to the ad accounts, and so sends no webhooks about ${accountsIn(all)} ` +
          `(${familiesIn(all)}). TikTok does not announce this. To receive them again, an admin reconnects the ads of ${name}; ` +
          'the service then subscribes again.',
        subject: { type: 'integration' as const, id: integrationId },
      },
    };
  });
}

function accountsOf(findings: readonly AdFinding[]): string[] {
  return [...new Set(findings.flatMap(({ wanted }) => wanted.advertiserId ?? []))];
}

function accountsIn(findings: readonly AdFinding[]): string {
  const { length } = accountsOf(findings);
  return length === 1 ? '1 ad account' : `${length} ad accounts`;
}

function familiesIn(findings: readonly AdFinding[]): string {
  const entities = new Set(findings.map(({ wanted }) => wanted.entity));
  return [...entities].map((entity) => NAMES[entity] ?? entity).join(', ');
}

function subjectOf(findings: readonly AdFinding[]): NewNotification['subject'] {
  return { type: 'ad_account', id: accountsOf(findings)[0] ?? '' };
}
