import { Alert, Group, List, Loader, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { ValidationAnswer } from 'tiktok-connector-client';
import { useText } from '../../../i18n/use-text.js';
import { MESSAGES } from './composer.messages.js';

/** What stands against publishing beside what the fields say, what to know, and whether the post must wait. */
export function Verdict({
  others,
  isChecking,
  result,
  isUploaded = true,
}: {
  others: string[];
  isChecking: boolean;
  result: ValidationAnswer | undefined;
  /** False: the service has not read the files. It knows more after the upload, so it need not say what a browser cannot know. */
  isUploaded?: boolean;
}) {
  const text = useText(MESSAGES);
  const warnings = (result?.warnings ?? []).filter(
    ({ rule }) => isUploaded || rule !== 'media_facts_unknown',
  );
  return (
    <Stack gap="xs" aria-live="polite">
      {others.length > 0 && <Messages color="red" messages={others} />}
      {warnings.length > 0 && (
        <Messages
          color="yellow"
          title={text('warnings')}
          messages={warnings.map(({ message, fix }) => `${message} ${fix}`)}
        />
      )}
      {typeof result?.waits === 'string' && (
        <Messages color="blue" title={text('waits')} messages={[result.waits]} />
      )}
      {isChecking ? (
        <Group gap="xs">
          <Loader size="xs" aria-hidden />
          <Text size="sm" c="dimmed">
            {text('checking')}
          </Text>
        </Group>
      ) : (
        result?.ok &&
        others.length === 0 && (
          <Group gap="xs">
            <IconCircleCheck size={18} color="var(--mantine-color-green-7)" aria-hidden />
            <Text size="sm">{text('allGood')}</Text>
          </Group>
        )
      )}
    </Stack>
  );
}

function Messages({ color, title, messages }: { color: string; title?: string; messages: string[] }) {
  const [first] = messages;
  return (
    <Alert color={color} p="xs" {...(title !== undefined && { title })}>
      {messages.length === 1 ? (
        first
      ) : (
        <List size="sm">
          {messages.map((message) => (
            <List.Item key={message}>{message}</List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}
