import { Button, Code, Stack, Text, Title } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useText } from '../i18n/use-text.js';
import { MESSAGES } from './shell.messages.js';

/** Replaces a page that has thrown an error; the navigation stays. */
export function Crash({ error }: ErrorComponentProps) {
  const text = useText(MESSAGES);
  return (
    <Stack align="flex-start" role="alert">
      <Title order={1} size="h3">
        {text('crashed')}
      </Title>
      <Text>{text('crashedDetail')}</Text>
      <Code block>{error instanceof Error ? error.message : String(error)}</Code>
      <Button onClick={() => location.reload()}>{text('reload')}</Button>
    </Stack>
  );
}
