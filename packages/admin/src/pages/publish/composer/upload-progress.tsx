import { Alert, Button, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { useIntl } from 'react-intl';
import { ApiError } from 'tiktok-connector-client';
import { useText } from '../../../i18n/use-text.js';
import { MESSAGES } from './composer.messages.js';
import type { UploadState } from './use-uploads.js';

/** The upload: how far it is, and how to pause, resume or cancel it. */
export function UploadProgress({
  upload,
  onPause,
  onResume,
  onDiscard,
}: {
  upload: UploadState;
  onPause: () => void;
  onResume: () => void;
  onDiscard: () => void;
}) {
  const text = useText(MESSAGES);
  const intl = useIntl();
  const { phase, sent, total, error } = upload;
  if (phase === 'idle') return null;
  const share = total === 0 ? 0 : sent / total;
  const percent = intl.formatNumber(share, { style: 'percent', maximumFractionDigits: 0 });
  const megabytes = (bytes: number) =>
    intl.formatNumber(bytes / 1_000_000, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Group justify="space-between">
          <Text fw={600} role="status">
            {text(phase === 'paused' ? 'paused' : 'uploading', { percent })}
          </Text>
          <Text size="sm" c="dimmed">
            {text('uploadedOf', { sent: megabytes(sent), total: megabytes(total) })}
          </Text>
        </Group>
        <Progress
          value={share * 100}
          animated={phase === 'sending'}
          color={phase === 'paused' ? 'yellow' : undefined}
          aria-label={text('uploading', { percent })}
        />
        {error && (
          <Alert color="red" p="xs">
            {error instanceof ApiError ? error.message : text('interrupted')}
          </Alert>
        )}
        <Group gap="xs">
          {phase === 'sending' ? (
            <Button variant="default" onClick={onPause}>
              {text('pause')}
            </Button>
          ) : (
            <Button onClick={onResume}>{text('resume')}</Button>
          )}
          <Button variant="subtle" color="red" onClick={onDiscard}>
            {text('discard')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
