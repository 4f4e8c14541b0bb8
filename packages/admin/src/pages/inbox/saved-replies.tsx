import { Button, Combobox, ScrollArea, Text, useCombobox } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBookmark, IconSettings } from '@tabler/icons-react';
import { useState } from 'react';
import type { SavedReplyView } from 'tiktok-connector-client';
import { useText } from '../../i18n/use-text.js';
import { REPLY_MESSAGES } from './reply.messages.js';
import { SavedRepliesDialog } from './saved-replies-dialog.js';
import { useSavedReplies } from './use-saved-replies.js';

const MANAGE = 'manage';

/** Chooses a saved reply by a part of its title or text. */
export function SavedReplies({ draft, insert }: { draft: string; insert: (text: string) => void }) {
  const text = useText(REPLY_MESSAGES);
  const [search, setSearch] = useState('');
  const [isManaging, managing] = useDisclosure();
  const combobox = useCombobox({
    onDropdownClose: () => setSearch(''),
    onDropdownOpen: () => combobox.focusSearchInput(),
  });
  const { items, hasNextPage, fetchNextPage } = useSavedReplies(combobox.dropdownOpened || isManaging);
  // A search must look through all of them.
  if (search !== '' && hasNextPage) void fetchNextPage();
  const found = items.filter((saved) => matches(saved, search));
  const choose = (value: string) => {
    combobox.closeDropdown();
    if (value === MANAGE) managing.open();
    else insert(items.find(({ id }) => id === value)?.text ?? '');
  };
  return (
    <>
      <Combobox store={combobox} position="top-start" width={320} onOptionSubmit={choose} withinPortal>
        <Combobox.Target withAriaAttributes={false}>
          <Button
            size="sm"
            variant="subtle"
            color="gray"
            px="xs"
            leftSection={<IconBookmark size={16} />}
            aria-haspopup="listbox"
            aria-expanded={combobox.dropdownOpened}
            onClick={() => combobox.toggleDropdown()}
          >
            {text('savedReplies')}
          </Button>
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Search
            value={search}
            placeholder={text('searchSaved')}
            aria-label={text('searchSaved')}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <Combobox.Options aria-label={text('savedReplies')}>
            <ScrollArea.Autosize mah={260} type="scroll">
              {found.map(({ id, title, text: words }) => (
                <Combobox.Option key={id} value={id}>
                  <Text size="sm" fw={500} truncate>
                    {title}
                  </Text>
                  <Text size="xs" c="dimmed" truncate>
                    {words}
                  </Text>
                </Combobox.Option>
              ))}
              {found.length === 0 && (
                <Combobox.Empty>{text(items.length === 0 ? 'noSaved' : 'noneFound')}</Combobox.Empty>
              )}
            </ScrollArea.Autosize>
            <Combobox.Option value={MANAGE} fz="sm">
              <IconSettings size={14} aria-hidden style={{ verticalAlign: 'text-bottom' }} /> {text('manage')}
            </Combobox.Option>
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      <SavedRepliesDialog opened={isManaging} close={managing.close} draft={draft} />
    </>
  );
}

function matches({ title, text }: SavedReplyView, search: string): boolean {
  return `${title} ${text}`.toLocaleLowerCase().includes(search.trim().toLocaleLowerCase());
}
