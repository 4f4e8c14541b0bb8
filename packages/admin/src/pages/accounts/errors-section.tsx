import { Button, List, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { IntegrationDetailsView } from 'tiktok-connector-client';
import { useText } from '../../i18n/use-text.js';
import { Time } from '../../ui/time.js';
import { MESSAGES } from './details.messages.js';
import { Section } from './section.js';

/** What has failed lately, in the service's own sentences. */
export function ErrorsSection({ account: { lastErrors } }: { account: IntegrationDetailsView }) {
  const text = useText(MESSAGES);
  if (lastErrors.length === 0) return null;
  return (
    <Section title={text('errors')}>
      <List spacing="sm" listStyleType="none">
        {lastErrors.map(({ at, code, message }) => (
          <List.Item key={`${at} ${code}`}>
            <Text size="sm" lang="en">
              {message}
            </Text>
            <Text size="xs" c="dimmed" component="div">
              <Time at={at} /> · {code}
            </Text>
          </List.Item>
        ))}
      </List>
      <div>
        <Button component={Link} to="/publish" variant="default" size="xs">
          {text('toPosts')}
        </Button>
      </div>
    </Section>
  );
}
