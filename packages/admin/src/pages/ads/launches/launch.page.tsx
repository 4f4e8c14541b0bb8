import { Alert, Card, Grid, Group, List, Progress, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { LaunchView } from 'tiktok-connector-client';
import { useLiveEvents } from '../../../api/live-events.js';
import { useAnswer } from '../../../api/queries.js';
import { useText } from '../../../i18n/use-text.js';
import { useSession } from '../../../session/use-session.js';
import { Money } from '../../../ui/money.js';
import { TextLink } from '../../../ui/page-links.js';
import { Answered } from '../../../ui/states.js';
import { Time } from '../../../ui/time.js';
import { AdsFrame } from '../ads-frame.js';
import { useAdAccountNames } from '../use-ad-accounts.js';
import { isOver, LaunchBadge } from './launch-badge.js';
import { LaunchActions } from './launch-actions.js';
import { LaunchSteps } from './launch-steps.js';
import { MESSAGES } from './launches.messages.js';
import { LeftOut } from './left-out.js';

const route = getRouteApi('/ads/launches/$launchId');

/** One launch: its plan, step by step and live, until the campaign is live. */
export function LaunchPage() {
  const { launchId } = route.useParams();
  const { organisationId } = useSession();
  const client = useQueryClient();
  const launch = useAnswer(['ads', 'launch', launchId], (connector, signal) =>
    connector.GET('/api/ads/launches/{launchId}', { params: { path: { launchId } }, signal }),
  );
  const mayChange = launch.data !== undefined && !isOver(launch.data.status);
  useLiveEvents(
    '/api/ads/launches/{launchId}/events',
    ({ data }) => client.setQueryData([organisationId, 'ads', 'launch', launchId], data),
    mayChange ? { launchId } : null,
  );
  return (
    <AdsFrame title={launch.data?.name ?? ''} actions={launch.data && <LaunchActions launch={launch.data} />}>
      <Answered query={launch} rows={8}>
        {(view) => <Launch launch={view} />}
      </Answered>
    </AdsFrame>
  );
}

function Launch({ launch }: { launch: LaunchView }) {
  const text = useText(MESSAGES);
  const { status, stepsDone, plan } = launch;
  return (
    <Stack gap="lg">
      <Group gap="sm" aria-live="polite">
        <LaunchBadge status={status} />
        <Text>{text(`about_${status}`)}</Text>
      </Group>
      {launch.failReason !== null && <Alert color="red">{launch.failReason}</Alert>}
      {launch.killSwitch !== null && (
        <Alert color="orange" title={text('killSwitch')}>
          {launch.killSwitch.reason} · <Time at={launch.killSwitch.at} />
        </Alert>
      )}
      {!isOver(status) && (
        <Progress
          aria-label={text('progress', { done: stepsDone, all: plan.length })}
          value={plan.length === 0 ? 0 : (stepsDone / plan.length) * 100}
          animated
        />
      )}
      <Grid>
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Card withBorder>
            <Title order={2} size="h4" mb="md">
              {text('plan', { done: stepsDone, all: plan.length })}
            </Title>
            <LaunchSteps steps={plan} />
          </Card>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack>
            <Facts launch={launch} />
            <LeftOut launch={launch} />
          </Stack>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

function Facts({ launch }: { launch: LaunchView }) {
  const text = useText(MESSAGES);
  const nameOf = useAdAccountNames();
  return (
    <Card withBorder>
      <Text size="sm" c="dimmed">
        {text('largestDailySpend')}
      </Text>
      <Money {...launch.largestDailySpend} fz={24} fw={600} />
      <List size="sm" listStyleType="none" mt="sm" spacing={4}>
        <List.Item>
          <TextLink to="/ads/accounts/$accountId" params={{ accountId: launch.accountId }} inherit>
            {nameOf(launch.accountId)}
          </TextLink>
        </List.Item>
        <List.Item>
          {text('requestedBy')}: {launch.requestedBy}, <Time at={launch.createdAt} />
        </List.Item>
        {launch.reason !== null && (
          <List.Item>
            {text('reason')}: {launch.reason}
          </List.Item>
        )}
        {launch.approvedBy !== null && (
          <List.Item>
            {text('approvedBy')}: {launch.approvedBy}
          </List.Item>
        )}
      </List>
    </Card>
  );
}
