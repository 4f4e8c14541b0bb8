import { Alert, Button, Stack } from '@mantine/core';
import { IconRocket } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { ApiError, type LaunchBodyDto, type LaunchView } from 'tiktok-connector-client';
import { useChange } from '../../../api/mutations.js';
import { useText } from '../../../i18n/use-text.js';
import { REVIEW } from './review.messages.js';
import { useDraft } from './use-draft.js';
import { refusedFields } from './use-dry-run.js';

/** Launches the draft. Pressed again after a lost answer, it finds the first launch by its key. */
export function LaunchButton({ bodyAt }: { bodyAt: (startedAt: string) => LaunchBodyDto }) {
  const text = useText(REVIEW);
  const navigate = useNavigate();
  const { draft, isStepRight, tryStep, showServer, startAt, forget } = useDraft();
  const launch = useChange(
    (connector, body: LaunchBodyDto) => connector.POST('/api/ads/launches', { body }),
    { changes: [['ads', 'launches']], shown: false },
  );
  const run = () => {
    tryStep('review');
    if (!isStepRight('review')) return;
    const startedAt = draft.startedAt ?? new Date().toISOString();
    startAt(startedAt);
    launch.mutate(bodyAt(startedAt), {
      onSuccess: (view) => {
        forget();
        const { launchId } = view as LaunchView;
        void navigate({ to: '/ads/launches/$launchId', params: { launchId } });
      },
      onError: (error) => showServer(refusedFields(error)),
    });
  };
  const { error } = launch;
  return (
    <Stack align="flex-end">
      {error && (
        <Alert color="red" role="alert" w="100%" title={text('notLaunched')}>
          {error instanceof ApiError ? error.message : text('lostAnswer')}
        </Alert>
      )}
      <Button leftSection={<IconRocket size={18} aria-hidden />} loading={launch.isPending} onClick={run}>
        {text(draft.afterReview === 'paused' ? 'launchPaused' : 'launch')}
      </Button>
    </Stack>
  );
}
