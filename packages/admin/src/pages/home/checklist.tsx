import { Badge, Button, Card, Group, Progress as Bar, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useChange } from '../../api/mutations.js';
import { useText } from '../../i18n/use-text.js';
import { useMay, useSession } from '../../session/use-session.js';
import { MESSAGES } from './checklist.messages.js';
import { isStarted, useChecklist, type Progress } from './use-checklist.js';

const STEPS = ['account', 'post', 'sync', 'inbox', 'ads'] as const;
type Step = (typeof STEPS)[number];
const OPTIONAL: ReadonlySet<Step> = new Set(['inbox', 'ads']);

/** Leads a new organisation to its first post. It disappears when that is done, or when a user hides it. */
export function Checklist() {
  const text = useText(MESSAGES);
  const { organisationId } = useSession();
  const [isHidden, hide] = useLocalStorage({
    key: `connector.checklist-hidden.${organisationId}`,
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  const progress = useChecklist();
  if (isHidden || progress === undefined || isStarted(progress)) return null;
  const done = STEPS.filter((step) => progress[step]).length;
  const next = STEPS.find((step) => !progress[step]);
  return (
    <Card withBorder padding="md" component="section" aria-label={text('title')}>
      <Stack gap="md">
        <Group justify="space-between">
          <Title order={2} size="h4">
            {text('title')}
          </Title>
          <Group gap="xs">
            <Text size="sm" c="dimmed">
              {text('detail', { done, all: STEPS.length })}
            </Text>
            <Button variant="subtle" size="compact-sm" onClick={() => hide(true)}>
              {text('hide')}
            </Button>
          </Group>
        </Group>
        <Bar value={(done / STEPS.length) * 100} aria-label={text('title')} />
        <Stack component="ol" gap="md" m={0} p={0}>
          {STEPS.map((step, index) => (
            <StepLine key={step} step={step} number={index + 1} isDone={progress[step]}>
              <StepAction step={step} progress={progress} isNext={step === next} />
            </StepLine>
          ))}
        </Stack>
      </Stack>
    </Card>
  );
}

function StepLine({
  step,
  number,
  isDone,
  children,
}: {
  step: Step;
  number: number;
  isDone: boolean;
  children: ReactNode;
}) {
  const text = useText(MESSAGES);
  return (
    <Group component="li" gap="sm" wrap="nowrap" align="flex-start">
      <ThemeIcon
        radius="xl"
        variant={isDone ? 'filled' : 'default'}
        role="img"
        aria-label={text(isDone ? 'isDone' : 'isOpen')}
      >
        {isDone ? <IconCheck size={16} aria-hidden /> : number}
      </ThemeIcon>
      <Group justify="space-between" gap="xs" flex={1}>
        <div style={{ flex: '1 1 220px' }}>
          <Group gap="xs">
            <Text fw={600} c={isDone ? 'dimmed' : undefined}>
              {text(step)}
            </Text>
            {OPTIONAL.has(step) && (
              <Badge variant="default" size="sm">
                {text('optional')}
              </Badge>
            )}
          </Group>
          <Text size="sm" c="dimmed">
            {text(`${step}Detail`)}
          </Text>
        </div>
        {!isDone && children}
      </Group>
    </Group>
  );
}

function StepAction({ step, progress, isNext }: { step: Step; progress: Progress; isNext: boolean }) {
  const text = useText(MESSAGES);
  const needsAdmin = step !== 'post' && step !== 'sync';
  const may = useMay(needsAdmin ? 'admin' : 'editor');
  const variant = isNext ? 'filled' : 'default';
  const note = !may ? (needsAdmin ? 'needsAdmin' : 'needsEditor') : 'first';
  if (!may || (step !== 'account' && progress.accountId === undefined))
    return (
      <Text size="sm" c="dimmed">
        {text(note)}
      </Text>
    );
  if (step === 'sync') return <SyncButton variant={variant} />;
  const places = {
    account: { to: '/accounts', search: { connect: true } },
    post: { to: '/publish/new', search: {} },
    inbox: { to: `/accounts/${progress.accountId}`, search: { reconnect: 'account' } },
    ads: { to: `/accounts/${progress.accountId}`, search: {} },
  };
  const { to, search } = places[step];
  return (
    <Button component={Link} to={to} search={search as never} variant={variant} size="xs">
      {text(`${step}Action`)}
    </Button>
  );
}

function SyncButton({ variant }: { variant: string }) {
  const text = useText(MESSAGES);
  const sync = useChange(
    (connector, syncType: 'all') =>
      connector.POST('/api/sync/trigger', { body: { platform: 'tiktok', syncType } }),
    { changes: [['sync-runs']], done: text('syncStarted') },
  );
  return (
    <Button
      variant={variant}
      size="xs"
      loading={sync.isPending}
      disabled={sync.isSuccess}
      onClick={() => sync.mutate('all')}
    >
      {text('syncAction')}
    </Button>
  );
}
