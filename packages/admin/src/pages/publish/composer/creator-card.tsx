import { Alert, Avatar, Button, Group, Stack, Text } from '@mantine/core';
import type { CreatorInfoView } from 'tiktok-connector-client';
import { useText } from '../../../i18n/use-text.js';
import { MESSAGES } from './composer.messages.js';

/** Shows to which account the post goes, and why it cannot if TikTok refuses it now. */
export function CreatorCard({ info, onRetry }: { info: CreatorInfoView; onRetry: () => void }) {
  const text = useText(MESSAGES);
  return (
    <Stack gap="xs">
      <Group gap="sm" wrap="nowrap">
        <Avatar src={info.avatarUrl ?? null} alt="" />
        <div>
          <Text size="xs" c="dimmed">
            {text('postsAs')}
          </Text>
          <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
            {info.nickname ?? info.username ?? '–'}
          </Text>
          {info.nickname !== undefined && info.username !== undefined && (
            <Text size="sm" c="dimmed">
              @{info.username}
            </Text>
          )}
        </div>
      </Group>
      {!info.canPost && (
        <Alert color="red" title={text('cannotPost')} role="alert">
          <Stack gap="xs" align="flex-start">
            <Text size="sm">{info.refusal?.message}</Text>
            <Button size="xs" variant="light" color="red" onClick={onRetry}>
              {text('tryLater')}
            </Button>
          </Stack>
        </Alert>
      )}
      {!info.app.audited && <Alert color="blue">{info.app.statusText}</Alert>}
    </Stack>
  );
}
