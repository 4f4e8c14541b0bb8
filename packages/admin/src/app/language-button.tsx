import { ActionIcon } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import type { ComponentProps } from 'react';
import { useText } from '../i18n/use-text.js';
import { MESSAGES } from './shell.messages.js';

/** The button that opens the languages, before and after the menu is loaded. */
export function LanguageButton(props: ComponentProps<'button'>) {
  const text = useText(MESSAGES);
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={text('language')}
      aria-haspopup="menu"
      title={text('language')}
      {...props}
    >
      <IconLanguage size={20} />
    </ActionIcon>
  );
}
