import { Alert, Button, Center, Code, Paper, Stack, Text, Title } from '@mantine/core';
import { useText } from '../i18n/use-text.js';
import { settings } from '../session/settings.js';
import { MESSAGES } from './shell.messages.js';

/** What a user without a session sees: the way to the platform's login. */
export function SignIn({ hasEnded }: { hasEnded: boolean }) {
  const text = useText(MESSAGES);
  const { loginUrl } = settings();
  return (
    <Center mih="100vh" p="md">
      <Paper withBorder p="xl" maw={420} w="100%" component="main">
        <Stack>
          <img src="/admin/icon.svg" width={40} height={40} alt="" />
          <Title order={1} size="h3">
            {text('signIn')}
          </Title>
          {hasEnded && <Alert color="yellow">{text('expired')}</Alert>}
          <Text c="dimmed">{text('signInDetail')}</Text>
          {loginUrl === null ? (
            <Development />
          ) : (
            <Button component="a" href={loginUrl}>
              {text('signInPlatform')}
            </Button>
          )}
        </Stack>
      </Paper>
    </Center>
  );
}

function Development() {
  const [before, command, after] = useText(MESSAGES)('signInDevelopment').split('`');
  return (
    <Text size="sm">
      {before}
      <Code>{command}</Code>
      {after}
    </Text>
  );
}
