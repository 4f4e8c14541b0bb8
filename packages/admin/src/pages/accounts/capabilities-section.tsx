import { Alert, Button, Group, SimpleGrid, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { IntegrationDetailsView } from 'tiktok-connector-client';
import { useText } from '../../i18n/use-text.js';
import { useMay } from '../../session/use-session.js';
import { MESSAGES } from './capabilities.messages.js';
import { problemsOf, type CapabilityProblem } from './capability-problems.js';
import { Section } from './section.js';

interface Fixes {
  reconnect: (scopes: readonly string[]) => void;
  connectAds: () => void;
}

/** What works, and for the rest why not and the step that fixes it. */
export function CapabilitiesSection({ account, ...fixes }: { account: IntegrationDetailsView } & Fixes) {
  const text = useText(MESSAGES);
  const working = account.capabilities.filter(({ available }) => available);
  const problems = problemsOf(account.capabilities);
  return (
    <Section title={text('title')}>
      {working.length > 0 && (
        <SimpleGrid
          component="ul"
          cols={{ base: 1, xs: 2 }}
          spacing={6}
          m={0}
          p={0}
          aria-label={text('works')}
        >
          {working.map(({ capability }) => (
            <Group key={capability} component="li" gap="xs" wrap="nowrap">
              <ThemeIcon size={20} radius="xl" variant="light">
                <IconCheck size={14} aria-hidden />
              </ThemeIcon>
              {text(capability)}
            </Group>
          ))}
        </SimpleGrid>
      )}
      {problems.length === 0 && <Text c="dimmed">{text('allWork')}</Text>}
      {problems.map((problem) => (
        <Problem key={problem.capabilities.join()} problem={problem} {...fixes} />
      ))}
    </Section>
  );
}

function Problem({ problem, reconnect, connectAds }: { problem: CapabilityProblem } & Fixes) {
  const text = useText(MESSAGES);
  const intl = useIntl();
  const isAdmin = useMay('admin');
  const { capabilities, reasons, fix, fixCall, scopes } = problem;
  const names = intl.formatList(capabilities.map((capability) => text(capability)));
  return (
    <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />} title={text('worksNot', { names })}>
      <Stack gap="xs" align="flex-start">
        {/* The service's own sentences: they name the scope or the setting. */}
        <Text size="sm" lang="en" style={{ overflowWrap: 'anywhere' }}>
          {[...reasons, fix].join(' ')}
        </Text>
        {fixCall !== undefined && !isAdmin && <Text size="sm">{text('adminNeeded')}</Text>}
        {fixCall === 'get-auth-url' && isAdmin && (
          <Button size="xs" onClick={() => reconnect(scopes)}>
            {text('fixAccount')}
          </Button>
        )}
        {fixCall === 'get-ads-auth-url' && isAdmin && (
          <Button size="xs" onClick={connectAds}>
            {text('fixAds')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
