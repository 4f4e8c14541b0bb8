import { Alert, Button, Card, Grid, Group, Stack, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import type { VideoDetailsView } from 'tiktok-connector-client';
import { useAnswer } from '../../api/queries.js';
import { useText } from '../../i18n/use-text.js';
import { TextLink } from '../../ui/page-links.js';
import { Page } from '../../ui/page.js';
import { Answered } from '../../ui/states.js';
import { Time } from '../../ui/time.js';
import { MESSAGES as FIGURES } from './engagement.messages.js';
import { useAccountNames } from '../../api/use-accounts.js';
import { captionOf, Cover } from './video-cell.js';
import { Comparison } from './video-comparison.js';
import { VideoHistory } from './video-history.js';
import { MESSAGES } from './videos.messages.js';

const route = getRouteApi('/engagement/videos/$videoId');
const LATEST = 200;

/** One video: its figures beside the account's median, and its history. */
export function VideoPage() {
  const { videoId } = route.useParams();
  const text = useText(MESSAGES);
  const video = useAnswer(['figures', 'video', videoId], (connector, signal) =>
    connector.GET('/api/social-activity/videos/{videoId}', { params: { path: { videoId } }, signal }),
  );
  return (
    <Page title={text('thisVideo')}>
      <TextLink to="/engagement/videos" size="sm">
        ← {text('title')}
      </TextLink>
      <Answered query={video} rows={6}>
        {(details) => <Details video={details} />}
      </Answered>
    </Page>
  );
}

function Details({ video }: { video: VideoDetailsView }) {
  const text = useText(MESSAGES);
  const { integrationId } = video;
  const others = useAnswer(['figures', 'median', integrationId], (connector, signal) =>
    connector.GET('/api/social-activity/videos', {
      params: { query: { integrationId, sort: 'publishedAt', limit: LATEST } },
      signal,
    }),
  );
  const compared = others.data?.items.filter(({ videoId }) => videoId !== video.videoId);
  return (
    <Stack gap="lg">
      {video.goneAt !== null && <Alert color="yellow">{video.goneReason ?? text('gone')}</Alert>}
      <Grid>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Head video={video} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Comparison video={video} others={compared} />
        </Grid.Col>
      </Grid>
      <VideoHistory video={video} others={compared} />
    </Stack>
  );
}

function Head({ video }: { video: VideoDetailsView }) {
  const text = useText(MESSAGES);
  const figures = useText(FIGURES);
  const nameOf = useAccountNames();
  return (
    <Card withBorder h="100%">
      <Group align="flex-start" wrap="nowrap">
        <Cover url={video.coverUrl} height={160} />
        <Stack gap="xs" miw={0}>
          <Text fw={600} lineClamp={4}>
            {captionOf(video, figures('noCaption'))}
          </Text>
          <Text size="sm" c="dimmed">
            {nameOf(video.integrationId) ?? video.integrationId} · <Time at={video.publishedAt} />
          </Text>
          <Text size="sm" c="dimmed">
            {figures('lastRead')}: <Time at={video.capturedAt} />
          </Text>
          <Text size="sm" c="dimmed">
            {video.nextRefreshAt === null ? (
              text('noRefresh')
            ) : (
              <>
                {text('nextRefresh')} <Time at={video.nextRefreshAt} />
              </>
            )}
          </Text>
          {video.shareUrl !== null && (
            <Button
              component="a"
              href={video.shareUrl}
              target="_blank"
              rel="noreferrer"
              variant="light"
              size="xs"
              leftSection={<IconExternalLink size={16} aria-hidden />}
            >
              {text('openTikTok')}
            </Button>
          )}
        </Stack>
      </Group>
    </Card>
  );
}
