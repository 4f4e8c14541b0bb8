import { Button, Group, Loader, Stack, Text, Timeline } from '@mantine/core';
import { IconCheck, IconExternalLink } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { useText } from '../../../i18n/use-text.js';
import { isMoving, type Publication, type Status } from '../publication.js';
import { StatusBadge } from '../status-badge.js';
import { MESSAGES } from './post.messages.js';

/** How many steps a post has done. A failed or cancelled one shows none, since its last step is not known. */
const DONE: Partial<Record<Status, number>> = {
  awaiting_upload: 1,
  ready: 2,
  scheduled: 2,
  publishing: 2,
  processing: 3,
  unknown: 3,
  published: 4,
  in_inbox: 5,
  public: 5,
};

export function PostProgress({ post }: { post: Publication }) {
  const text = useText(MESSAGES);
  const done = doneBy(post);
  return (
    <Stack>
      <Group gap="sm">
        <StatusBadge status={post.status} />
        {isMoving(post) && (
          <Text size="sm" c="dimmed">
            {text('live')}
          </Text>
        )}
      </Group>
      <Text role="status">{text(aboutOf(post))}</Text>
      <Waits post={post} />
      {done !== undefined && (
        <Timeline active={done - 1} bulletSize={22} lineWidth={2} aria-label={text('progress')}>
          {stepsOf(post).map((step, position) => (
            <Timeline.Item
              key={step}
              title={text(step)}
              bullet={<Bullet isDone={position < done} isNow={position === done && isSending(post)} />}
            />
          ))}
        </Timeline>
      )}
      {post.shareUrl !== undefined && (
        <Group>
          <Button
            component="a"
            href={post.shareUrl}
            target="_blank"
            rel="noreferrer"
            rightSection={<IconExternalLink size={16} aria-hidden />}
          >
            {text('openPost')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function Waits({ post }: { post: Publication }) {
  const text = useText(MESSAGES);
  const intl = useIntl();
  const { publishAt, goesAt, waitsFor, waits, progress, status } = post;
  const timeZone = post.timeZone ?? intl.timeZone ?? 'UTC';
  const shown = (at: string) => intl.formatDate(at, { dateStyle: 'full', timeStyle: 'short', timeZone });
  return (
    <>
      {status === 'scheduled' && publishAt !== null && (
        <Text fw={600}>{text('scheduledFor', { at: shown(publishAt), zone: timeZone })}</Text>
      )}
      {status === 'scheduled' && waitsFor !== null && waitsFor !== 'publish_at' && (
        <Text>
          {waits} {goesAt !== null && text('expectedAt', { at: shown(goesAt) })}
        </Text>
      )}
      {status === 'publishing' && progress && progress.totalBytes > 0 && (
        <Text>
          {text('transfer', {
            percent: intl.formatNumber(progress.uploadedBytes / progress.totalBytes, { style: 'percent' }),
          })}
        </Text>
      )}
    </>
  );
}

function Bullet({ isDone, isNow }: { isDone: boolean; isNow: boolean }) {
  if (isNow) return <Loader size={12} aria-hidden />;
  return isDone && <IconCheck size={14} aria-hidden />;
}

function isSending(post: Publication): boolean {
  return isMoving(post) && post.status !== 'awaiting_upload';
}

function isPublicPost({ mode, privacyLevel }: Publication): boolean {
  return mode === 'draft' || privacyLevel === 'PUBLIC_TO_EVERYONE';
}

function aboutOf(post: Publication) {
  return post.status === 'published' && !isPublicPost(post)
    ? ('about.published_private' as const)
    : (`about.${post.status}` as const);
}

function stepsOf(post: Publication) {
  const { mode } = post;
  const last = mode === 'draft' ? 'inInbox' : isPublicPost(post) ? 'isPublic' : undefined;
  const steps = ['created', 'files', 'sent', mode === 'draft' ? 'processed' : 'posted'] as const;
  return last === undefined ? steps : ([...steps, last] as const);
}

function doneBy(post: Publication): number | undefined {
  const done = DONE[post.status];
  return post.mode === 'draft' && post.status === 'published' ? 5 : done;
}
