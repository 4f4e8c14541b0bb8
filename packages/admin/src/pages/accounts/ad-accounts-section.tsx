import { Badge, Button, Group, List, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useList } from '../../api/queries.js';
import { useText } from '../../i18n/use-text.js';
import { MoreButton } from '../../ui/more-button.js';
import { Answered } from '../../ui/states.js';
import { MESSAGES } from './details.messages.js';
import { Section } from './section.js';

// The service reads them after the consent, in the background.
const REFRESH_MS = 10_000;

/** The ad accounts that this account's consent opens. */
export function AdAccountsSection({ integrationId }: { integrationId: string }) {
  const text = useText(MESSAGES);
  const list = useList(
    ['ad-accounts'],
    (connector, cursor, signal) =>
      connector.GET('/api/ad-accounts', { params: { query: { cursor, limit: 200 } }, signal }),
    { refetchInterval: REFRESH_MS },
  );
  const own = list.items.filter((one) => one.integrationId === integrationId);
  return (
    <Section title={text('adAccounts')}>
      <Answered query={list} rows={2}>
        {() => (
          <>
            {own.length === 0 && !list.hasNextPage && <Text c="dimmed">{text('noAdAccounts')}</Text>}
            <List spacing="xs" listStyleType="none">
              {own.map(({ advertiserId, name, currency, timeZone, accessible }) => (
                <List.Item key={advertiserId}>
                  <Group gap="xs">
                    <Text fw={600}>{name ?? advertiserId}</Text>
                    {!accessible && (
                      <Badge color="red" variant="light">
                        {text('noAccess')}
                      </Badge>
                    )}
                  </Group>
                  <Text size="sm" c="dimmed">
                    {[advertiserId, currency, timeZone].filter((one) => one !== null).join(' · ')}
                  </Text>
                </List.Item>
              ))}
            </List>
            <MoreButton list={list} />
          </>
        )}
      </Answered>
      <div>
        <Button component={Link} to="/ads" variant="default" size="xs">
          {text('toAds')}
        </Button>
      </div>
    </Section>
  );
}
