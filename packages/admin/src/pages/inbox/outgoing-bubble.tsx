import { Badge, Button, Group, Loader, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { OutgoingView } from 'tiktok-connector-client';
import { useChange } from '../../api/mutations.js';
import { useText } from '../../i18n/use-text.js';
import { useMay } from '../../session/use-session.js';
import { AskFirst } from '../../ui/ask-first.js';
import { Time } from '../../ui/time.js';
import { OPENED } from './conversation-store.js';
import classes from './inbox.module.css';
import { REPLY_MESSAGES } from './reply.messages.js';

const COLORS = { queued: 'gray', sent: 'blue', confirmed: 'green', unknown: 'yellow', failed: 'red' };

/** A reply that TikTok has not confirmed: its state, why, and what the user can do. */
export function OutgoingBubble({ outgoing }: { outgoing: OutgoingView }) {
  const text = useText(REPLY_MESSAGES);
  const mayAct = useMay('editor');
  const { status, statusText, action, createdBy, createdAt } = outgoing;
  return (
    <Stack gap={4} align="flex-end">
      <Group gap="xs">
        <Text size="xs" fw={600}>
          {createdBy}
        </Text>
        <Text size="xs" c="dimmed">
          <Time at={createdAt} />
        </Text>
        <Badge
          size="xs"
          variant="light"
          color={COLORS[status]}
          leftSection={action === 'wait' ? <Loader size={8} color="gray" aria-hidden /> : undefined}
        >
          {text(status)}
        </Badge>
      </Group>
      <div className={classes['bubble']} data-own>
        <Text size="sm" className={classes['text']}>
          {outgoing.text ?? text('noText')}
        </Text>
      </div>
      <Text size="xs" c="dimmed" maw={460} ta="right" role="status">
        {statusText}
      </Text>
      {mayAct && action !== null && action !== 'wait' && <Repair outgoing={outgoing} />}
    </Stack>
  );
}

/** Looks again, or sends again. A reply that may be on TikTok already is sent again only after a question. */
function Repair({ outgoing: { id, conversationId, status, action } }: { outgoing: OutgoingView }) {
  const text = useText(REPLY_MESSAGES);
  const [isAsking, asking] = useDisclosure();
  const params = { path: { conversationId, replyId: id } };
  const changes = [[...OPENED, conversationId]];
  const check = useChange(
    (connector) =>
      connector.POST('/api/crm/conversations/{conversationId}/replies/{replyId}/check', { params }),
    { changes },
  );
  const retry = useChange(
    (connector) =>
      connector.POST('/api/crm/conversations/{conversationId}/replies/{replyId}/retry', { params }),
    { changes },
  );
  return (
    <Group gap="xs">
      {action === 'check' && (
        <Button
          size="compact-xs"
          variant="light"
          loading={check.isPending}
          onClick={() => check.mutate(undefined)}
        >
          {text('checkAgain')}
        </Button>
      )}
      <Button
        size="compact-xs"
        variant={action === 'check' ? 'default' : 'light'}
        loading={retry.isPending}
        onClick={() => (status === 'unknown' ? asking.open() : retry.mutate(undefined))}
      >
        {text('retry')}
      </Button>
      <AskFirst
        opened={isAsking}
        close={asking.close}
        title={text('retryTitle')}
        detail={text('retryDetail')}
        confirm={text('retry')}
        cancel={text('cancel')}
        run={() => retry.mutate(undefined)}
      />
    </Group>
  );
}
