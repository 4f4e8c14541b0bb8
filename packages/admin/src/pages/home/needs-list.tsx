import { Alert, Button, Card, Group, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconChevronRight, IconCircleCheck } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useText } from '../../i18n/use-text.js';
import { Empty, Loading } from '../../ui/states.js';
import { useAccountNeeds } from './account-needs.js';
import { useAdNeeds } from './ad-needs.js';
import { useInboxNeeds } from './inbox-needs.js';
import { sorted, type Need } from './need.js';
import classes from './needs-list.module.css';
import { MESSAGES } from './needs.messages.js';
import { usePostNeeds } from './post-needs.js';

const COLORS = { critical: 'red', warning: 'yellow', info: 'blue' };

/** What has to be done now, the most urgent first. Each line leads to the page where it is done. */
export function NeedsList() {
  const text = useText(MESSAGES);
  const client = useQueryClient();
  const sources = [useAccountNeeds(), usePostNeeds(), useInboxNeeds(), useAdNeeds()];
  const needs = sorted(sources.flatMap((source) => source.needs));
  const isPending = sources.some((source) => source.isPending);
  const failed = sources.some(({ error }) => error !== null);
  return (
    <Card withBorder padding="md" component="section" aria-label={text('title')}>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {text('title')}
        </Title>
        {failed && (
          <Alert color="yellow">
            <Group justify="space-between">
              {text('incomplete')}
              <Button
                size="xs"
                variant="default"
                onClick={() => void client.refetchQueries({ type: 'active' })}
              >
                {text('retry')}
              </Button>
            </Group>
          </Alert>
        )}
        {needs.map((need) => (
          <NeedLine key={need.key} need={need} />
        ))}
        {needs.length === 0 && isPending && <Loading rows={3} />}
        {needs.length === 0 && !isPending && !failed && (
          <Empty icon={IconCircleCheck} title={text('nothing')} detail={text('nothingDetail')} />
        )}
      </Stack>
    </Card>
  );
}

function NeedLine({ need }: { need: Need }) {
  const { icon: Picture, severity, title, detail, lang, to, search } = need;
  return (
    // The pages of others know their filters; this one only passes them on.
    <Link to={to} search={search as never} className={classes['need']}>
      <ThemeIcon variant="light" color={COLORS[severity]} size={36} radius="xl">
        <Picture size={20} aria-hidden />
      </ThemeIcon>
      <div className={classes['words']} lang={lang}>
        <Text fw={600} lineClamp={2}>
          {title}
        </Text>
        {detail !== undefined && (
          <Text size="sm" c="dimmed" lineClamp={2}>
            {detail}
          </Text>
        )}
      </div>
      <IconChevronRight size={18} aria-hidden />
    </Link>
  );
}
