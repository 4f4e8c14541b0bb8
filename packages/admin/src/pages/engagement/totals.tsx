import { Card, SimpleGrid, Text } from '@mantine/core';
import { FormattedNumber } from 'react-intl';
import type { SummaryView } from 'tiktok-connector-client';
import { useText } from '../../i18n/use-text.js';
import { Figure } from '../../ui/figure.js';
import { MESSAGES } from './engagement.messages.js';
import { COUNTERS } from './engagement.search.js';
import { followersNow, gained, latestTotal } from './figures.rows.js';
import { MOST_LINES, type useFollowers } from './use-figures.js';

/** What was gained in the period, and how much there is in all. */
export function Totals({
  summary,
  followers,
  accounts,
}: {
  summary: SummaryView;
  followers: ReturnType<typeof useFollowers>;
  accounts: number;
}) {
  const text = useText(MESSAGES);
  // A sum of some accounts would look like the sum of all.
  const isKnown = !followers.isPending && followers.error === null && accounts <= MOST_LINES;
  const now = followersNow(isKnown ? followers.histories : []);
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }}>
      {COUNTERS.map((counter) => (
        <Total
          key={counter}
          name={text(counter)}
          gain={gained(summary.overall, counter)}
          total={latestTotal(summary.overall, counter)}
        />
      ))}
      <Total name={text('followers')} gain={now.gained} total={now.followers} />
    </SimpleGrid>
  );
}

function Total({ name, gain, total }: { name: string; gain: number | null; total: number | null }) {
  const text = useText(MESSAGES);
  return (
    <Card withBorder padding="sm">
      <Text size="sm" c="dimmed">
        {name}
      </Text>
      <Text fz={26} fw={600} lh={1.3}>
        {gain === null ? (
          <Figure value={null} inherit />
        ) : (
          <FormattedNumber
            value={gain}
            signDisplay="exceptZero"
            notation="compact"
            maximumFractionDigits={1}
          />
        )}
      </Text>
      <Text size="xs" c="dimmed">
        {text('inAll')} <Figure value={total} compact inherit />
      </Text>
    </Card>
  );
}
