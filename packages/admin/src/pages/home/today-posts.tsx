import { Anchor, Badge, Button, Card, Group, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import type { PublicationView } from 'tiktok-connector-client';
import { useAnswer } from '../../api/queries.js';
import { useText } from '../../i18n/use-text.js';
import { accountName } from '../../ui/account-name.js';
import { Answered } from '../../ui/states.js';
import { MESSAGES } from './home.messages.js';
import { timeOf, today } from './today.js';
import { useFirstAccounts } from './use-first-accounts.js';

const REFRESH_MS = 30_000;
const SHOWN = 20;

// Drafts without an order to publish and cancelled posts do not go out.
const STATUSES = [
  'scheduled',
  'publishing',
  'processing',
  'published',
  'public',
  'in_inbox',
  'failed',
  'unknown',
  'removed',
] as const satisfies PublicationView['status'][];
type Status = (typeof STATUSES)[number];

const COLORS: Record<Status, string> = {
  scheduled: 'blue',
  publishing: 'blue',
  processing: 'blue',
  published: 'brand',
  public: 'brand',
  in_inbox: 'brand',
  failed: 'red',
  unknown: 'yellow',
  removed: 'gray',
};

/** Posts that go out today, and those that already did. A day is one of the user's time zone. */
export function TodayPosts() {
  const text = useText(MESSAGES);
  const { from, to } = today(new Date());
  const query = useAnswer(
    ['publications', 'today', from],
    (connector, signal) =>
      connector.GET('/api/publications', {
        params: { query: { from, to, status: [...STATUSES], limit: 200 } },
        signal,
      }),
    { refetchInterval: REFRESH_MS },
  );
  return (
    <Card withBorder padding="md" component="section" aria-label={text('today')}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap">
          <Title order={2} size="h4">
            {text('today')}
          </Title>
          <Button component={Link} to="/publish" variant="subtle" size="compact-sm" flex="none">
            {text('allPosts')}
          </Button>
        </Group>
        <Answered query={query} rows={3}>
          {({ items, nextCursor }) => (
            <Posts posts={items} hasMore={nextCursor !== undefined || items.length > SHOWN} />
          )}
        </Answered>
      </Stack>
    </Card>
  );
}

function Posts({ posts, hasMore }: { posts: PublicationView[]; hasMore: boolean }) {
  const text = useText(MESSAGES);
  if (posts.length === 0) return <Text c="dimmed">{text('nothingToday')}</Text>;
  const byTime = posts.toSorted((one, other) => Date.parse(timeOf(one)) - Date.parse(timeOf(other)));
  return (
    <>
      <Table verticalSpacing="xs" horizontalSpacing="xs">
        <Table.Tbody>
          {byTime.slice(0, SHOWN).map((post) => (
            <Post key={post.publishId} post={post} />
          ))}
        </Table.Tbody>
      </Table>
      {hasMore && (
        <Button component={Link} to="/publish" variant="default" size="xs" style={{ alignSelf: 'start' }}>
          {text('moreToday')}
        </Button>
      )}
    </>
  );
}

function Post({ post }: { post: PublicationView }) {
  const text = useText(MESSAGES);
  const intl = useIntl();
  const accounts = useFirstAccounts().data?.items ?? [];
  const account = accounts.find(({ id }) => id === post.integrationId);
  const status = STATUSES.find((one) => one === post.status);
  const at = timeOf(post);
  return (
    <Table.Tr>
      <Table.Td w={1} style={{ whiteSpace: 'nowrap' }}>
        <time dateTime={at}>{intl.formatTime(at)}</time>
      </Table.Td>
      <Table.Td>
        <Anchor component={Link} to={`/publish/${post.publishId}` as string} lineClamp={1}>
          {post.title}
        </Anchor>
        {account && (
          <Text size="sm" c="dimmed">
            {accountName(account)}
          </Text>
        )}
      </Table.Td>
      <Table.Td w={1}>
        {status && (
          <Badge color={COLORS[status]} variant="light" miw="max-content">
            {text(status)}
          </Badge>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
