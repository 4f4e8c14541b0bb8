import { ActionIcon } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKeyboard } from '@tabler/icons-react';
import { Outlet } from '@tanstack/react-router';
import { useText } from '../../i18n/use-text.js';
import { Page } from '../../ui/page.js';
import { ConversationFilters } from './conversation-filters.js';
import { ConversationList } from './conversation-list.js';
import { useInboxStream } from './conversation-store.js';
import classes from './inbox.module.css';
import { MESSAGES } from './inbox.messages.js';
import { KeyHelp } from './key-help.js';
import { KEY_MESSAGES } from './key-help.messages.js';
import { useListKeys } from './use-keys.js';
import { useOpenedConversation } from './use-conversations.js';

/** The list, and the opened conversation beside it; on narrow screens, one of the two. */
export function InboxPage() {
  const text = useText(MESSAGES);
  const keys = useText(KEY_MESSAGES);
  const [isHelpOpened, help] = useDisclosure();
  const { conversationId } = useOpenedConversation();
  useInboxStream();
  useListKeys(help.open);
  return (
    <Page
      title={text('title')}
      actions={
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          visibleFrom="sm"
          aria-label={keys('title')}
          title={keys('title')}
          onClick={help.open}
        >
          <IconKeyboard size={20} />
        </ActionIcon>
      }
    >
      <div className={classes['columns']} data-opened={conversationId}>
        <section className={classes['column']} aria-label={text('list')}>
          <ConversationFilters />
          <ConversationList />
        </section>
        <div className={classes['column']}>
          <Outlet />
        </div>
      </div>
      <KeyHelp opened={isHelpOpened} close={help.close} />
    </Page>
  );
}
