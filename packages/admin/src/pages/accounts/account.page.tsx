import { Anchor, Button, Grid, Group, Stack, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { IntegrationDetailsView } from 'tiktok-connector-client';
import { useAnswer } from '../../api/queries.js';
import { useText } from '../../i18n/use-text.js';
import { useMay } from '../../session/use-session.js';
import { accountName } from '../../ui/account-name.js';
import { AccountPicture } from '../../ui/account-picture.js';
import { Page } from '../../ui/page.js';
import { Answered } from '../../ui/states.js';
import { AccessSection, type Family } from './access-section.js';
import { AccountStatus } from './account-status.js';
import { MESSAGES } from './accounts.messages.js';
import { AdAccountsSection } from './ad-accounts-section.js';
import { CapabilitiesSection } from './capabilities-section.js';
import { ConnectDialog } from './connect-dialog.js';
import { useAdsConsent } from './consent-page.js';
import { ConsentOutcome } from './consent-outcome.js';
import { DisconnectSection } from './disconnect-section.js';
import { ErrorsSection } from './errors-section.js';
import { UsageSection } from './usage-section.js';

const REFRESH_MS = 30_000;
const INSIGHTS = 'business.creator.insights';

/** One account: what works, until when, and how to reconnect or disconnect it. */
export function AccountPage() {
  const text = useText(MESSAGES);
  const { integrationId } = useParams({ from: '/accounts/$integrationId' });
  return (
    <Stack gap="sm">
      <Anchor component={Link} to="/accounts" size="sm">
        <Group gap={4}>
          <IconArrowLeft size={16} aria-hidden />
          {text('back')}
        </Group>
      </Anchor>
      {/* The key keeps one account from being shown while another one loads. */}
      <Account key={integrationId} integrationId={integrationId} />
    </Stack>
  );
}

function Account({ integrationId }: { integrationId: string }) {
  const { reconnect: _, ...outcome } = useSearch({ from: '/accounts/$integrationId' });
  const navigate = useNavigate({ from: '/accounts/$integrationId' });
  const query = useAnswer(
    ['integrations', integrationId],
    (connector, signal) =>
      connector.GET('/api/integrations/{integrationId}', { params: { path: { integrationId } }, signal }),
    { refetchInterval: REFRESH_MS },
  );
  return (
    <>
      <ConsentOutcome
        outcome={outcome}
        dismiss={() => void navigate({ to: '.', search: {}, replace: true })}
      />
      <Answered query={query} rows={8}>
        {(account) => <Details account={account} />}
      </Answered>
    </>
  );
}

function Details({ account }: { account: IntegrationDetailsView }) {
  const text = useText(MESSAGES);
  const isAdmin = useMay('admin');
  const { reconnect: wanted } = useSearch({ from: '/accounts/$integrationId' });
  const [added, setAdded] = useState<readonly string[] | undefined>(
    wanted === 'login' ? [] : wanted === 'account' ? [INSIGHTS] : undefined,
  );
  const ads = useAdsConsent(() => undefined);
  const connectAds = () => ads.start(account.id);
  const renew = (family: Family) =>
    family === 'advertiser' ? connectAds() : setAdded(family === 'account' ? [INSIGHTS] : []);
  return (
    <Page
      title={accountName(account)}
      actions={
        isAdmin &&
        account.status !== 'disconnected' && (
          <Button variant={account.status === 'active' ? 'default' : 'filled'} onClick={() => setAdded([])}>
            {text('reconnect')}
          </Button>
        )
      }
    >
      <Summary account={account} />
      <Grid>
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack>
            <CapabilitiesSection account={account} reconnect={setAdded} connectAds={connectAds} />
            <UsageSection account={account} />
            <ErrorsSection account={account} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack>
            <AccessSection account={account} renew={renew} />
            {account.families.advertiser && <AdAccountsSection integrationId={account.id} />}
            {isAdmin && account.status !== 'disconnected' && <DisconnectSection account={account} />}
          </Stack>
        </Grid.Col>
      </Grid>
      {added !== undefined && isAdmin && (
        <ConnectDialog account={account} added={added} close={() => setAdded(undefined)} />
      )}
    </Page>
  );
}

function Summary({ account }: { account: IntegrationDetailsView }) {
  const text = useText(MESSAGES);
  return (
    <Group wrap="nowrap">
      <AccountPicture account={account} size={64} />
      <Stack gap={2}>
        {account.username !== null && account.displayName !== null && <Text>{account.displayName}</Text>}
        <div>
          <AccountStatus status={account.status} />
        </div>
        {account.status !== 'active' && <Text size="sm">{text(`${account.status}Detail`)}</Text>}
        {account.status === 'expired' && account.statusReason !== null && (
          <Text size="sm" c="dimmed">
            {text('reason', { reason: account.statusReason })}
          </Text>
        )}
      </Stack>
    </Group>
  );
}
