import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.css';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { readableColors, theme } from './app/theme.js';
import { LocaleProvider } from './i18n/locale.js';
import { takeTokensFrom } from './session/embedding.js';
import { sessions } from './session/session.js';
import { loadSettings, settings } from './session/settings.js';

const colorScheme = localStorageColorSchemeManager({ key: 'connector.theme' });

sessions.restore();
await loadSettings();
takeTokensFrom(settings().embedOrigins);

const root = document.querySelector('#root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <LocaleProvider>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={readableColors}
          colorSchemeManager={colorScheme}
          defaultColorScheme="auto"
        >
          <Notifications position="top-right" />
          <App />
        </MantineProvider>
      </LocaleProvider>
    </StrictMode>,
  );
