import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { IntegrationView } from 'tiktok-connector-client';
import { useText } from '../../i18n/use-text.js';
import { MESSAGES } from './details.messages.js';
import { DisconnectDialog } from './disconnect-dialog.js';
import { Section } from './section.js';

export function DisconnectSection({ account }: { account: IntegrationView }) {
  const text = useText(MESSAGES);
  const [opened, { open, close }] = useDisclosure();
  return (
    <Section title={text('danger')}>
      <Text size="sm" c="dimmed">
        {text('dangerDetail')}
      </Text>
      <div>
        <Button color="red" variant="light" onClick={open}>
          {text('disconnect')}
        </Button>
      </div>
      {opened && <DisconnectDialog account={account} close={close} />}
    </Section>
  );
}
