import { Card, Stack, Text, Title } from '@mantine/core';
import type { AppRateBudgetView, RateBudgetView } from 'tiktok-connector-client';
import { useAnswer } from '../../api/queries.js';
import { useText } from '../../i18n/use-text.js';
import { Answered } from '../../ui/states.js';
import { LimitBar } from './limit-bar.js';
import { LIMIT_MESSAGES } from './limits.messages.js';

const REFRESH_MS = 15_000;
const WINDOW_SECONDS = { second: 1, minute: 60, 'utc-day': null };

/** The limits of calls that all accounts of the app share. */
export function AppRateBudgets() {
  const text = useText(LIMIT_MESSAGES);
  const query = useAnswer(
    ['rate-budgets'],
    (connector, signal) => connector.GET('/api/rate-budgets', { signal }),
    { refetchInterval: REFRESH_MS },
  );
  return (
    <Card withBorder padding="sm">
      <Stack gap="sm">
        <div>
          <Title order={2} size="h5">
            {text('appCalls')}
          </Title>
          <Text size="sm" c="dimmed">
            {text('appCallsDetail')}
          </Text>
        </div>
        <Answered query={query}>
          {({ items }) => items.map((budget) => <AppBudget key={keyOf(budget)} budget={budget} />)}
        </Answered>
      </Stack>
    </Card>
  );
}

/** Without the role operator, only the organisation's own calls are known. */
function AppBudget({ budget }: { budget: AppRateBudgetView }) {
  const text = useText(LIMIT_MESSAGES);
  const name = useBudgetName()(budget);
  const { used, usedByOwn, limit, window } = budget;
  const detail = usedByOwn === null ? undefined : text('byOwn', { used: usedByOwn });
  return (
    <LimitBar
      name={name}
      used={used ?? usedByOwn}
      limit={limit}
      windowSeconds={WINDOW_SECONDS[window]}
      detail={used === null && usedByOwn !== null ? text('onlyOwn') : detail}
    />
  );
}

/** The limits of calls of one account that it has used lately. */
export function AccountRateBudgets({ integrationId }: { integrationId: string }) {
  const text = useText(LIMIT_MESSAGES);
  const nameOf = useBudgetName();
  const query = useAnswer(
    ['rate-budgets', integrationId],
    (connector, signal) =>
      connector.GET('/api/integrations/{integrationId}/rate-budgets', {
        params: { path: { integrationId } },
        signal,
      }),
    { refetchInterval: REFRESH_MS },
  );
  return (
    <Answered query={query} rows={1}>
      {({ items }) => {
        const inUse = items.filter(({ used }) => used !== null && used > 0);
        return inUse.length === 0 ? (
          <Text size="sm" c="dimmed">
            {text(items.some(({ used }) => used === null) ? 'notCounted' : 'noCalls')}
          </Text>
        ) : (
          inUse.map((budget) => (
            <LimitBar
              key={keyOf(budget)}
              name={nameOf(budget)}
              used={budget.used}
              limit={budget.limit}
              windowSeconds={WINDOW_SECONDS[budget.window]}
            />
          ))
        );
      }}
    </Answered>
  );
}

function useBudgetName(): (budget: RateBudgetView) => string {
  const text = useText(LIMIT_MESSAGES);
  return ({ covers }) =>
    covers === 'all' || covers === 'accounts' || covers === 'messaging' ? text(covers) : covers;
}

function keyOf({ api, covers, window }: RateBudgetView): string {
  return `${api} ${covers} ${window}`;
}
