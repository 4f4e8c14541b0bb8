import { Button, Center, Skeleton, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconAlertTriangle, IconLock, IconWifiOff, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ApiError } from 'tiktok-connector-client';
import { useText } from '../i18n/use-text.js';
import { MESSAGES } from './states.messages.js';

interface Query<Data> {
  data: Data | undefined;
  error: Error | null;
  isPending: boolean;
  refetch: () => unknown;
}

/** Shows what a query has: its data, that it loads, or why it failed and what to do. Stale data stays on the page. */
export function Answered<Data>({
  query,
  rows = 4,
  children,
}: {
  query: Query<Data>;
  /** Lines of the placeholder while it loads. */
  rows?: number;
  children: (data: NonNullable<Data>) => ReactNode;
}) {
  if (query.data !== undefined && query.data !== null) return children(query.data);
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />;
  return <Loading rows={rows} />;
}

export function Loading({ rows = 4 }: { rows?: number }) {
  const text = useText(MESSAGES);
  return (
    <Stack gap="sm" role="status" aria-label={text('loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={36} radius="sm" />
      ))}
    </Stack>
  );
}

/** Explains a failed call: offline, no permission, or the service's own sentence with its reference. */
export function Failed({ error, retry }: { error: Error; retry?: () => void }) {
  const text = useText(MESSAGES);
  const again = retry && (
    <Button variant="light" onClick={retry}>
      {text('retry')}
    </Button>
  );
  if (!(error instanceof ApiError))
    return (
      <Notice icon={IconWifiOff} title={text('offline')} detail={text('offlineDetail')}>
        {again}
      </Notice>
    );
  if (error.status === 403)
    return <Notice icon={IconLock} title={text('forbidden')} detail={text('forbiddenDetail')} />;
  return (
    <Notice icon={IconAlertTriangle} color="red" title={text('failed')} detail={error.message}>
      {error.problem.requestId !== '' && (
        <Text size="xs" c="dimmed">
          {text('reference', { id: error.problem.requestId })}
        </Text>
      )}
      {again}
    </Notice>
  );
}

/** Says that there is nothing yet, and what to do next. */
export function Empty({
  icon,
  title,
  detail,
  children,
}: {
  icon: Icon;
  title: string;
  detail?: string;
  children?: ReactNode;
}) {
  return (
    <Notice icon={icon} title={title} detail={detail}>
      {children}
    </Notice>
  );
}

function Notice({
  icon: Picture,
  title,
  detail,
  color = 'gray',
  children,
}: {
  icon: Icon;
  title: string;
  detail?: string | undefined;
  color?: string;
  children?: ReactNode;
}) {
  return (
    <Center py="xl">
      <Stack align="center" gap="xs" maw={460} ta="center">
        <ThemeIcon size={48} radius="xl" variant="light" color={color}>
          <Picture size={26} aria-hidden />
        </ThemeIcon>
        <Title order={3} size="h4">
          {title}
        </Title>
        {detail !== undefined && <Text c="dimmed">{detail}</Text>}
        {children}
      </Stack>
    </Center>
  );
}
