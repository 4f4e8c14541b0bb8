import { Group, Paper, Stack, Text } from '@mantine/core';
import { IconPhoto, IconSend, IconVideo } from '@tabler/icons-react';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useList } from '../../../api/queries.js';
import { useText } from '../../../i18n/use-text.js';
import { useMay } from '../../../session/use-session.js';
import { MoreButton } from '../../../ui/more-button.js';
import { Empty, Failed, Loading } from '../../../ui/states.js';
import { Time } from '../../../ui/time.js';
import { LinkButton, LinkText } from '../link-button.js';
import { accountName, timeOf, type Publication } from '../publication.js';
import { MESSAGES } from '../publish.messages.js';
import type { PublishSearch } from '../publish.search.js';
import { StatusBadge } from '../status-badge.js';
import { useAccounts } from '../../../api/use-accounts.js';
import { isFiltered } from './filters.js';
import { queryOf } from './list-query.js';

const REFRESH_MS = 15_000;
const ROW_HEIGHT = 74;

/** The posts, the newest first. Only the rows on the screen are in the page. */
export function PostList({ search }: { search: PublishSearch }) {
  const query = useList(
    ['publications', 'list', search],
    (connector, cursor, signal) =>
      connector.GET('/api/publications', { params: { query: { ...queryOf(search), cursor } }, signal }),
    { refetchInterval: REFRESH_MS },
  );
  if (query.data === undefined)
    return query.error ? (
      <Failed error={query.error} retry={() => void query.refetch()} />
    ) : (
      <Loading rows={8} />
    );
  if (query.items.length === 0) return <Nothing isFiltered={isFiltered(search)} />;
  return (
    <Stack>
      <Rows posts={query.items} />
      <MoreButton list={query} />
    </Stack>
  );
}

function Nothing({ isFiltered: hasFilters }: { isFiltered: boolean }) {
  const text = useText(MESSAGES);
  const mayPublish = useMay('editor');
  if (hasFilters) return <Empty icon={IconSend} title={text('noMatch')} />;
  return (
    <Empty icon={IconSend} title={text('none')} {...(mayPublish && { detail: text('noneDetail') })}>
      {mayPublish && <LinkButton to="/publish/new">{text('new')}</LinkButton>}
    </Empty>
  );
}

function Rows({ posts }: { posts: Publication[] }) {
  const list = useRef<HTMLDivElement>(null);
  const accounts = useAccounts();
  const names = new Map(accounts.map((account) => [account.id, accountName(account)]));
  const rows = useWindowVirtualizer({
    count: posts.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
    scrollMargin: list.current?.offsetTop ?? 0,
  });
  return (
    <div ref={list} role="list" style={{ height: rows.getTotalSize(), position: 'relative' }}>
      {rows.getVirtualItems().map(({ index, key, start }) => (
        <div
          key={key}
          role="listitem"
          ref={rows.measureElement}
          data-index={index}
          aria-setsize={posts.length}
          aria-posinset={index + 1}
          style={{
            position: 'absolute',
            insetInline: 0,
            paddingBottom: 8,
            transform: `translateY(${start - rows.options.scrollMargin}px)`,
          }}
        >
          <Row post={posts[index]!} account={names.get(posts[index]!.integrationId)} />
        </div>
      ))}
    </div>
  );
}

function Row({ post, account }: { post: Publication; account: string | undefined }) {
  const text = useText(MESSAGES);
  const Picture = post.kind === 'video' ? IconVideo : IconPhoto;
  return (
    <Paper withBorder px="md" py="xs">
      <Group justify="space-between" gap="xs">
        <Group gap="sm" wrap="nowrap" miw={0} flex="1 1 260px">
          <Picture size={22} stroke={1.5} aria-label={text(post.kind)} style={{ flexShrink: 0 }} />
          <div style={{ minWidth: 0 }}>
            <LinkText
              to="/publish/$publishId"
              params={{ publishId: post.publishId }}
              fw={600}
              c="inherit"
              style={{ overflowWrap: 'anywhere' }}
            >
              {post.title}
            </LinkText>
            <Text size="sm" c="dimmed" lineClamp={1}>
              {[account, post.mode === 'draft' ? text('draft') : undefined, post.caption]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </div>
        </Group>
        <Group gap="md" wrap="nowrap">
          <Text size="sm" c="dimmed">
            <Time at={timeOf(post)} />
          </Text>
          <StatusBadge status={post.status} />
        </Group>
      </Group>
    </Paper>
  );
}
