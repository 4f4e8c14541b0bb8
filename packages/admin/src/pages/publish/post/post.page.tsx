import { Button, Grid, Paper, Stack } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { ApiError } from 'tiktok-connector-client';
import { useText } from '../../../i18n/use-text.js';
import { useMay } from '../../../session/use-session.js';
import { Page } from '../../../ui/page.js';
import { Answered, Empty } from '../../../ui/states.js';
import type { Publication } from '../publication.js';
import { usePublication } from '../use-publication.js';
import { FailureNotice } from './failure-notice.js';
import { PostActions } from './post-actions.js';
import { PostDetails } from './post-details.js';
import { MESSAGES } from './post.messages.js';
import { PostProgress } from './post-progress.js';
import { PublishPanel } from './publish-panel.js';
import { ResumeUpload } from './resume-upload.js';
import { UnknownOutcome } from './unknown-outcome.js';

/** Follows one post until TikTok shows it, and offers what can be done about it. */
export function PostPage() {
  const text = useText(MESSAGES);
  const { publishId } = useParams({ from: '/publish/$publishId' });
  const query = usePublication(publishId);
  const mayPublish = useMay('editor');
  const isMissing = query.error instanceof ApiError && query.error.status === 404;
  return (
    <Page
      title={query.data?.title ?? '…'}
      actions={
        <>
          <Button component={Link} to="/publish" variant="default">
            {text('back')}
          </Button>
          {query.data && mayPublish && <PostActions post={query.data} />}
        </>
      }
    >
      {isMissing ? (
        <Empty icon={IconMapOff} title={text('notFound')} />
      ) : (
        <Answered query={query}>
          {(post) => <Post key={post.publishId} post={post} mayPublish={mayPublish} />}
        </Answered>
      )}
    </Page>
  );
}

function Post({ post, mayPublish }: { post: Publication; mayPublish: boolean }) {
  const { status } = post;
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Stack>
          <Paper withBorder p="md">
            <PostProgress post={post} />
          </Paper>
          {post.failReason !== undefined && status !== 'public' && <FailureNotice post={post} />}
          {mayPublish && status === 'unknown' && <UnknownOutcome post={post} />}
          {mayPublish && status === 'awaiting_upload' && <ResumeUpload post={post} />}
          {mayPublish && status === 'ready' && <PublishPanel post={post} />}
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Paper withBorder p="md">
          <PostDetails post={post} />
        </Paper>
      </Grid.Col>
    </Grid>
  );
}
