import { Button, Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import type { CountsView, SummaryView } from 'tiktok-connector-client';
import { useAnswer } from '../../api/queries.js';
import { useText } from '../../i18n/use-text.js';
import { Figure } from '../../ui/figure.js';
import { Answered } from '../../ui/states.js';
import { MESSAGES } from './home.messages.js';

const DAY_MS = 86_400_000;
const COUNTERS = ['views', 'likes', 'comments', 'shares'] as const satisfies (keyof CountsView)[];

/** What all videos gained yesterday, beside the day before. The service counts days of UTC. */
export function Yesterday() {
  const text = useText(MESSAGES);
  const intl = useIntl();
  const [before, yesterday] = [2, 1].map((days) => utcDay(Date.now() - days * DAY_MS));
  const query = useAnswer(['summary', 'yesterday', yesterday], (connector, signal) =>
    connector.GET('/api/social-activity/summary', {
      params: { query: { from: before, to: yesterday, step: 'day', perAccount: false } },
      signal,
    }),
  );
  return (
    <Card withBorder padding="md" component="section" aria-label={text('yesterday')}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <div>
            <Title order={2} size="h4">
              {text('yesterday')}
            </Title>
            <Text size="sm" c="dimmed">
              {text('yesterdayDetail', {
                date: intl.formatDate(yesterday, { dateStyle: 'medium', timeZone: 'UTC' }),
              })}
            </Text>
          </div>
          <Button component={Link} to="/engagement" variant="subtle" size="compact-sm" flex="none">
            {text('toFigures')}
          </Button>
        </Group>
        <Answered query={query} rows={3}>
          {(summary) => <Figures summary={summary} />}
        </Answered>
      </Stack>
    </Card>
  );
}

function Figures({ summary: { overall, freshness } }: { summary: SummaryView }) {
  const text = useText(MESSAGES);
  const intl = useIntl();
  const [before, yesterday] = overall.slice(-2).map(({ delta }) => delta);
  return (
    <>
      <SimpleGrid cols={{ base: 2, xs: 4, md: 2 }}>
        {COUNTERS.map((counter) => (
          <div key={counter}>
            <Text size="sm" c="dimmed">
              {text(counter)}
            </Text>
            <Figure value={yesterday?.[counter]} size="xl" fw={700} />
            <Text size="xs" c="dimmed">
              {typeof before?.[counter] === 'number'
                ? text('before', { figure: intl.formatNumber(before[counter]) })
                : text('beforeUnknown')}
            </Text>
          </div>
        ))}
      </SimpleGrid>
      {yesterday === null && <Text size="sm">{text('noReadings')}</Text>}
      {freshness.videos > 0 && (
        <Text size="sm" c="dimmed">
          {freshness.stale > 0
            ? text('stale', { count: freshness.stale, videos: freshness.videos })
            : freshness.oldestCapturedAt !== null &&
              text('freshness', {
                date: intl.formatDate(freshness.oldestCapturedAt, {
                  dateStyle: 'medium',
                  timeStyle: 'short',
                }),
              })}
        </Text>
      )}
    </>
  );
}

function utcDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
