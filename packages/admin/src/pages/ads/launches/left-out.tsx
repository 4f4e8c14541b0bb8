import { Card, List, Text, Title } from '@mantine/core';
import type { LaunchView } from 'tiktok-connector-client';
import { useText } from '../../../i18n/use-text.js';
import { Time } from '../../../ui/time.js';
import { MESSAGES } from './launches.messages.js';

/** What the launch did not enable, and why. */
export function LeftOut({ launch }: { launch: LaunchView }) {
  const text = useText(MESSAGES);
  const { rejectedAds, unreviewedAds, keptObjects } = launch;
  if (rejectedAds.length + unreviewedAds.length + keptObjects.length === 0) return null;
  return (
    <Card withBorder>
      <Title order={2} size="h4" mb="xs">
        {text('leftOut')}
      </Title>
      <List size="sm" spacing="xs">
        {rejectedAds.map(({ adId, reasons }) => (
          <List.Item key={adId}>
            {text('rejected', { id: adId })}
            {reasons.map((reason) => (
              <Text key={reason} size="sm" c="dimmed">
                {reason}
              </Text>
            ))}
          </List.Item>
        ))}
        {unreviewedAds.map((id) => (
          <List.Item key={id}>{text('unreviewed', { id })}</List.Item>
        ))}
        {keptObjects.map(({ id, name, status, by, at }) => (
          <List.Item key={id}>
            {text(`kept_${status}`, { name: name ?? id, by: text(`by_${by}`) })} · <Time at={at} />
          </List.Item>
        ))}
      </List>
    </Card>
  );
}
