import { Anchor, Card, Divider, Group, Image, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { ApiError, type CrmConversationView, type SocialVideoView } from 'tiktok-connector-client';
import { useAnswer } from '../../api/queries.js';
import { useText } from '../../i18n/use-text.js';
import { Figure } from '../../ui/figure.js';
import { Failed, Loading } from '../../ui/states.js';
import { Time } from '../../ui/time.js';
import { CONVERSATION_MESSAGES } from './conversation.messages.js';
import classes from './inbox.module.css';

const FIGURES = [
  ['views', 'views'],
  ['postLikes', 'likes'],
  ['comments', 'comments'],
  ['shares', 'shares'],
] as const;

/** The post of the conversation with its figures, on wide screens beside it. */
export function PostPanel({ conversation }: { conversation: CrmConversationView }) {
  const text = useText(CONVERSATION_MESSAGES);
  const { query, post } = usePost(conversation);
  return (
    <Stack gap="sm">
      <Title order={3} size="h6">
        {text('post')}
      </Title>
      {conversation.videoId === null ? (
        <Text size="sm" c="dimmed">
          {text('noPost')}
        </Text>
      ) : (
        <PostState query={query} />
      )}
      {post && <PostCard post={post} />}
    </Stack>
  );
}

function PostState({ query }: { query: ReturnType<typeof usePost>['query'] }) {
  const text = useText(CONVERSATION_MESSAGES);
  if (query.data) return null;
  if (query.isPending) return <Loading rows={3} />;
  if (query.error instanceof ApiError && query.error.status === 404)
    return (
      <Text size="sm" c="dimmed">
        {text('postUnknown')}
      </Text>
    );
  return query.error && <Failed error={query.error} retry={() => void query.refetch()} />;
}

function PostCard({ post }: { post: SocialVideoView }) {
  const text = useText(CONVERSATION_MESSAGES);
  return (
    <>
      {post.coverUrl !== null && <img src={post.coverUrl} alt="" className={classes['cover']} />}
      {post.goneAt !== null && (
        <Text size="sm" c="red">
          {text('postGone')} {post.goneReason}
        </Text>
      )}
      <Text size="sm" lineClamp={6}>
        {post.caption ?? text('noCaption')}
      </Text>
      <SimpleGrid cols={2} spacing="xs">
        {FIGURES.map(([name, figure]) => (
          <div key={name}>
            <Text size="xs" c="dimmed">
              {text(name)}
            </Text>
            <Figure value={post[figure]} compact fw={600} />
          </div>
        ))}
      </SimpleGrid>
      <Divider />
      <Text size="xs" c="dimmed">
        {text('published')} <Time at={post.publishedAt} />
      </Text>
      <OpenPost post={post} />
    </>
  );
}

/** The post as one line above the messages, where there is no room beside them. */
export function PostLine({ conversation }: { conversation: CrmConversationView }) {
  const text = useText(CONVERSATION_MESSAGES);
  const { post } = usePost(conversation);
  if (!post) return null;
  return (
    <Card withBorder p="xs" className={classes['postLine']}>
      <Group wrap="nowrap" gap="sm">
        {post.coverUrl !== null && <Image src={post.coverUrl} w={36} h={48} radius="sm" alt="" />}
        <Stack gap={2} miw={0}>
          <Text size="sm" truncate>
            {post.caption ?? text('noCaption')}
          </Text>
          <Group gap="sm">
            <Text size="xs" c="dimmed">
              {text('views')} <Figure value={post.views} compact />
            </Text>
            <OpenPost post={post} />
          </Group>
        </Stack>
      </Group>
    </Card>
  );
}

function OpenPost({ post: { shareUrl } }: { post: SocialVideoView }) {
  const text = useText(CONVERSATION_MESSAGES);
  if (shareUrl === null) return null;
  return (
    <Anchor href={shareUrl} target="_blank" rel="noreferrer" size="xs">
      <Group gap={4} wrap="nowrap" component="span">
        {text('openPost')} <IconExternalLink size={12} aria-hidden />
      </Group>
    </Anchor>
  );
}

function usePost({ videoId, integrationId }: CrmConversationView) {
  const query = useAnswer(
    ['social', 'video', integrationId, videoId],
    (connector, signal) =>
      connector.GET('/api/social-activity/videos/{videoId}', {
        params: { path: { videoId: videoId ?? '' } },
        signal,
      }),
    { enabled: videoId !== null, staleTime: 60_000 },
  );
  return { query, post: query.data };
}
