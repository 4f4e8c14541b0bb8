import { Badge } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconClock, IconPlugOff, type Icon } from '@tabler/icons-react';
import type { IntegrationView } from 'tiktok-connector-client';
import { useText } from '../../i18n/use-text.js';
import { MESSAGES } from './accounts.messages.js';

type Status = IntegrationView['status'];

const LOOKS: Record<Status, { color: string; icon: Icon }> = {
  active: { color: 'brand', icon: IconCircleCheck },
  pending: { color: 'yellow', icon: IconClock },
  expired: { color: 'red', icon: IconCircleX },
  disconnected: { color: 'gray', icon: IconPlugOff },
};

export function AccountStatus({ status }: { status: Status }) {
  const text = useText(MESSAGES);
  const { color, icon: Picture } = LOOKS[status];
  return (
    <Badge color={color} variant="light" leftSection={<Picture size={14} aria-hidden />}>
      {text(status)}
    </Badge>
  );
}
