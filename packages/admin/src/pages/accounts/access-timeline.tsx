import { Text, Timeline } from '@mantine/core';
import { IconAlertTriangle, IconCalendarDue, IconCircleCheck, IconRefresh } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { TokenView } from 'tiktok-connector-client';
import { useText } from '../../i18n/use-text.js';
import { Time } from '../../ui/time.js';
import { MESSAGES } from './access.messages.js';

/** When a token was issued, when the service renews it, and when an admin has to. */
export function AccessTimeline({ token }: { token: TokenView }) {
  const text = useText(MESSAGES);
  const { issuedAt, accessExpiresAt, refreshExpiresAt, refreshFailures, rejectedAt, rejectedReason } = token;
  return (
    <Timeline active={rejectedAt === null ? 0 : 1} bulletSize={22} lineWidth={2}>
      <Timeline.Item bullet={<IconCircleCheck size={14} aria-hidden />} title={text('renewed')}>
        <Moment at={issuedAt} />
      </Timeline.Item>
      {rejectedAt === null ? (
        <Timeline.Item
          bullet={<IconRefresh size={14} aria-hidden />}
          title={text(accessExpiresAt === null ? 'renewsNever' : 'renews')}
        >
          {accessExpiresAt !== null && <Moment at={accessExpiresAt} />}
          {refreshFailures > 0 && <Text size="sm">{text('failures', { count: refreshFailures })}</Text>}
        </Timeline.Item>
      ) : (
        <Timeline.Item
          color="red"
          bullet={<IconAlertTriangle size={14} aria-hidden />}
          title={text('endedAt')}
        >
          <Moment at={rejectedAt} />
          {rejectedReason !== null && <Text size="sm">{rejectedReason}</Text>}
        </Timeline.Item>
      )}
      {rejectedAt === null && (
        <Timeline.Item
          bullet={<IconCalendarDue size={14} aria-hidden />}
          title={text(refreshExpiresAt === null ? 'noEnd' : 'reconnectBefore')}
        >
          {refreshExpiresAt !== null && <Moment at={refreshExpiresAt} />}
        </Timeline.Item>
      )}
    </Timeline>
  );
}

/** A date with how far away it is: an end is planned by both. */
function Moment({ at }: { at: string }) {
  const intl = useIntl();
  const days = Math.round((Date.parse(at) - Date.now()) / 86_400_000);
  return (
    <Text size="sm" c="dimmed" component="div">
      {Math.abs(days) < 2 ? (
        <Time at={at} />
      ) : (
        <time dateTime={at}>
          {intl.formatDate(at, { dateStyle: 'medium' })} ({intl.formatRelativeTime(days, 'day')})
        </time>
      )}
    </Text>
  );
}
