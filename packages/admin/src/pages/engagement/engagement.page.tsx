import { Stack } from '@mantine/core';
import { IconMovie } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useText } from '../../i18n/use-text.js';
import { ButtonLink } from '../../ui/page-links.js';
import { Page } from '../../ui/page.js';
import { Answered, Empty } from '../../ui/states.js';
import { BestVideos } from './best-videos.js';
import { ChartCard } from './chart-card.js';
import { MESSAGES } from './engagement.messages.js';
import { Filters } from './filters.js';
import { Freshness } from './freshness.js';
import { SyncNow, SyncProgress } from './sync-now.js';
import { Totals } from './totals.js';
import { useAccountList } from '../../api/use-accounts.js';
import { useFollowers, useSummary } from './use-figures.js';
import { useSyncRuns } from './use-sync-runs.js';

const route = getRouteApi('/engagement');

export function EngagementPage() {
  const text = useText(MESSAGES);
  const { account } = route.useSearch();
  const accounts = useAccountList();
  const runs = useSyncRuns();
  return (
    <Page
      title={text('title')}
      detail={text('detail')}
      actions={
        <>
          <ButtonLink
            to="/engagement/videos"
            search={{ account }}
            variant="default"
            leftSection={<IconMovie size={18} aria-hidden />}
          >
            {text('allVideos')}
          </ButtonLink>
          <SyncNow account={account} runs={runs} />
        </>
      }
    >
      <SyncProgress runs={runs} />
      <Answered query={accounts}>
        {(items) =>
          items.length === 0 ? (
            <Empty icon={IconMovie} title={text('noAccounts')} detail={text('noAccountsDetail')}>
              <ButtonLink to="/accounts">{text('toAccounts')}</ButtonLink>
            </Empty>
          ) : (
            <Figures integrationIds={account === undefined ? items.map(({ id }) => id) : [account]} />
          )
        }
      </Answered>
    </Page>
  );
}

function Figures({ integrationIds }: { integrationIds: string[] }) {
  const search = route.useSearch();
  const summary = useSummary(search);
  const followers = useFollowers(integrationIds, search.days);
  return (
    <Stack gap="lg">
      <Filters />
      <Answered query={summary} rows={8}>
        {(answered) => (
          <>
            <Totals summary={answered} followers={followers} accounts={integrationIds.length} />
            <ChartCard summary={answered} followers={followers} accounts={integrationIds.length} />
            <BestVideos videos={answered.bestVideos} />
            <Freshness freshness={answered.freshness} account={search.account} />
          </>
        )}
      </Answered>
    </Stack>
  );
}
