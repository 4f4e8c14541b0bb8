import { Group, Image, Stack, Text } from '@mantine/core';
import type { SocialVideoView } from 'tiktok-connector-client';
import { useText } from '../../i18n/use-text.js';
import { TextLink } from '../../ui/page-links.js';
import { Time } from '../../ui/time.js';
import { MESSAGES } from './engagement.messages.js';
import { useAccountNames } from '../../api/use-accounts.js';

/** A video in a table: its cover, caption, account and age. It leads to the video's page. */
export function VideoCell({ video }: { video: SocialVideoView }) {
  const text = useText(MESSAGES);
  const nameOf = useAccountNames();
  return (
    <Group gap="sm" wrap="nowrap">
      <Cover url={video.coverUrl} />
      <Stack gap={0} miw={0}>
        <TextLink to="/engagement/videos/$videoId" params={{ videoId: video.videoId }} lineClamp={1} inherit>
          {captionOf(video, text('noCaption'))}
        </TextLink>
        <Text size="xs" c="dimmed" truncate>
          {nameOf(video.integrationId) ?? video.integrationId} · <Time at={video.publishedAt} />
          {video.goneAt !== null && ` · ${text('gone')}`}
        </Text>
      </Stack>
    </Group>
  );
}

export function Cover({ url, height = 48 }: { url: string | null; height?: number }) {
  return (
    <Image
      src={url}
      alt=""
      h={height}
      w={(height * 3) / 4}
      radius="sm"
      fit="cover"
      flex="none"
      loading="lazy"
      fallbackSrc={NO_COVER}
    />
  );
}

// A grey area. TikTok's links to covers end after some hours.
const NO_COVER =
  'data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22%20viewBox=%220%200%203%204%22%3E%3Crect%20width=%223%22%20height=%224%22%20fill=%22%23888%22%20fill-opacity=%22.25%22/%3E%3C/svg%3E';

export function captionOf({ caption }: Pick<SocialVideoView, 'caption'>, none: string): string {
  return caption === null || caption.trim() === '' ? none : caption;
}
