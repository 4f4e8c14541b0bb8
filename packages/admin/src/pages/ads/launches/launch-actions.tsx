import { Button, Group, Popover, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import type { LaunchView } from 'tiktok-connector-client';
import { useChange } from '../../../api/mutations.js';
import { useText } from '../../../i18n/use-text.js';
import { useMay, useSession } from '../../../session/use-session.js';
import { isOver } from './launch-badge.js';
import { MESSAGES } from './launches.messages.js';

const PATHS = {
  approve: '/api/ads/launches/{launchId}/approve',
  resume: '/api/ads/launches/{launchId}/resume',
  cancel: '/api/ads/launches/{launchId}/cancel',
} as const;

/** What an editor can do with a launch in its present status. */
export function LaunchActions({ launch }: { launch: LaunchView }) {
  const text = useText(MESSAGES);
  const may = useMay('editor');
  const { userId } = useSession();
  if (!may) return null;
  const { status } = launch;
  // The service refuses the approval of the user who requested the launch.
  const mayApprove = status === 'awaiting_approval' && launch.requestedBy !== userId;
  return (
    <>
      {mayApprove && <Action launch={launch} kind="approve" detail={text('approveDetail')} />}
      {status === 'failed' && <Action launch={launch} kind="resume" detail={text('resumeDetail')} />}
      {(!isOver(status) || status === 'failed') && (
        <Action launch={launch} kind="cancel" detail={text('cancelDetail')} />
      )}
    </>
  );
}

/** A button that asks once more before it acts. */
function Action({
  launch: { launchId },
  kind,
  detail,
}: {
  launch: LaunchView;
  kind: keyof typeof PATHS;
  detail: string;
}) {
  const text = useText(MESSAGES);
  const [opened, popover] = useDisclosure();
  const { organisationId } = useSession();
  const client = useQueryClient();
  const change = useChange(
    (connector, id: string) => connector.POST(PATHS[kind], { params: { path: { launchId: id } } }),
    { changes: [['ads', 'launches']] },
  );
  const run = () =>
    change.mutate(launchId, {
      onSuccess: (launch) => client.setQueryData([organisationId, 'ads', 'launch', launchId], launch),
      onSettled: popover.close,
    });
  return (
    <Popover opened={opened} onChange={popover.toggle} trapFocus width={300} position="bottom-end" withArrow>
      <Popover.Target>
        <Button variant={kind === 'cancel' ? 'default' : 'filled'} onClick={popover.toggle}>
          {text(kind)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <Text size="sm">{detail}</Text>
          <Group justify="flex-end">
            <Button size="xs" variant="default" onClick={popover.close}>
              {text('back')}
            </Button>
            <Button
              size="xs"
              color={kind === 'cancel' ? 'red' : 'brand'}
              loading={change.isPending}
              onClick={run}
            >
              {text(kind)}
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
