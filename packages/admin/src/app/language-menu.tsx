import { Menu } from '@mantine/core';
import { useEffect, useState } from 'react';
import { LOCALE_NAMES, LOCALES, locales, useLocale } from '../i18n/locale.js';
import { LanguageButton } from './language-button.js';

/** Opens at once, since the user has asked for it. The button takes the focus over, so that the focus returns to it. */
export function LanguageMenu() {
  const locale = useLocale();
  const [opened, setOpened] = useState(false);
  useEffect(() => setOpened(true), []);
  return (
    <Menu opened={opened} onChange={setOpened}>
      <Menu.Target>
        <LanguageButton autoFocus />
      </Menu.Target>
      <Menu.Dropdown>
        {LOCALES.map((one) => (
          <Menu.Item key={one} lang={one} fw={one === locale ? 600 : 400} onClick={() => locales.set(one)}>
            {LOCALE_NAMES[one]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
