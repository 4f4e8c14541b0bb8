import { Badge } from '@mantine/core';
import { useText } from '../../i18n/use-text.js';
import { STATUS_COLOURS, type Status } from './publication.js';
import { MESSAGES } from './publish.messages.js';

export function StatusBadge({ status }: { status: Status }) {
  const text = useText(MESSAGES);
  return (
    // The default of a light badge has too little contrast for some colours.
    <Badge variant="outline" color={STATUS_COLOURS[status]} style={{ flexShrink: 0 }} c="inherit">
      {text(`status.${status}`)}
    </Badge>
  );
}
