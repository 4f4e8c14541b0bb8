import { IconLock } from '@tabler/icons-react';
import { useText } from '../../i18n/use-text.js';
import { Empty } from '../../ui/states.js';
import { MESSAGES } from '../../ui/states.messages.js';

/** Replaces what the service would refuse to this role. */
export function Forbidden() {
  const text = useText(MESSAGES);
  return <Empty icon={IconLock} title={text('forbidden')} detail={text('forbiddenDetail')} />;
}
