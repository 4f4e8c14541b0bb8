import { IconMessageCircle } from '@tabler/icons-react';
import { useText } from '../../i18n/use-text.js';
import { Empty } from '../../ui/states.js';
import { MESSAGES } from './inbox.messages.js';

/** Fills the place of a conversation on wide screens. */
export function NoConversation() {
  const text = useText(MESSAGES);
  return <Empty icon={IconMessageCircle} title={text('choose')} detail={text('chooseDetail')} />;
}
