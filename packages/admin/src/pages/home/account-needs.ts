import { IconPlugOff, IconRefreshAlert } from '@tabler/icons-react';
import type { NotificationView } from 'tiktok-connector-client';
import { useAnswer } from '../../api/queries.js';
import { useText } from '../../i18n/use-text.js';
import { accountName } from '../../ui/account-name.js';
import { firstOf, type Need, type Needs } from './need.js';
import { MESSAGES } from './needs.messages.js';
import { useFirstAccounts } from './use-first-accounts.js';

const REFRESH_MS = 60_000;
/** What the list of accounts does not show; posts and ads have lists of their own. */
const KINDS: ReadonlySet<NotificationView['kind']> = new Set([
  'consent_ended',
  'refresh_horizon',
  'token_unreadable',
  'sync_stalled',
]);

/** Accounts that have stopped, or will stop soon. */
export function useAccountNeeds(): Needs {
  const text = useText(MESSAGES);
  const accounts = useFirstAccounts();
  const notices = useAnswer(
    ['notifications', 'latest'],
    (connector, signal) => connector.GET('/api/notifications', { params: { query: { limit: 200 } }, signal }),
    { refetchInterval: REFRESH_MS },
  );
  const stopped = (accounts.data?.items ?? []).filter(
    ({ status }) => status === 'expired' || status === 'pending',
  );
  const open = (notices.data?.items ?? []).filter(
    ({ kind, resolvedAt }) => resolvedAt === null && KINDS.has(kind),
  );
  const needs: Need[] = [
    ...firstOf(
      stopped,
      (account) => {
        const state = account.status === 'expired' ? 'expired' : 'pending';
        return {
          key: account.id,
          severity: state === 'expired' ? 'critical' : 'warning',
          icon: IconPlugOff,
          title: text(state, { name: accountName(account) }),
          detail: text(`${state}Detail`),
          to: `/accounts/${account.id}`,
        };
      },
      (count) => ({
        key: 'accounts',
        severity: 'critical',
        icon: IconPlugOff,
        title: text('moreAccounts', { count }),
        to: '/accounts',
      }),
    ),
    ...latestOfEach(open).map(({ id, kind, severity, title, detail, subject }): Need => ({
      key: id,
      severity,
      icon: IconRefreshAlert,
      title,
      detail,
      lang: 'en',
      to:
        kind === 'sync_stalled' || subject.type !== 'integration' ? '/engagement' : `/accounts/${subject.id}`,
    })),
  ];
  return {
    needs,
    isPending: accounts.isPending || notices.isPending,
    error: accounts.error ?? notices.error,
  };
}

/** A warning is sent again as its date comes nearer; only the last one counts. */
function latestOfEach(notices: readonly NotificationView[]): NotificationView[] {
  const seen = new Set<string>();
  return notices.filter(({ kind, subject, title }) => {
    const key = kind === 'refresh_horizon' ? `${kind} ${subject.id}` : `${kind} ${subject.id} ${title}`;
    return !seen.has(key) && seen.add(key);
  });
}
