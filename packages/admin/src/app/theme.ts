import {
  createTheme,
  DEFAULT_THEME,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';
import { locales } from '../i18n/locale.js';
import { MESSAGES } from './shell.messages.js';

// The darker shades have a contrast of 4.5 : 1 with white text.
const GREEN: MantineColorsTuple = [
  '#e6f7f1',
  '#cdebe0',
  '#9cd8c2',
  '#68c4a2',
  '#3fb387',
  '#26a976',
  '#15976a',
  '#12805c',
  '#0b6a4c',
  '#05543b',
];

export const theme = createTheme({
  primaryColor: 'brand',
  primaryShade: { light: 7, dark: 7 },
  colors: { brand: GREEN },
  fontFamily: 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
  defaultRadius: 'md',
  autoContrast: true,
  components: {
    Badge: { defaultProps: { tt: 'none' } },
    // What is wider than the screen shows that it scrolls, without a mouse too.
    ScrollArea: { defaultProps: { type: 'auto' } },
    // Titles that need two lines.
    Timeline: { styles: { itemTitle: { lineHeight: 1.4 } } },
    Notification: { defaultProps: named },
    Modal: { defaultProps: named },
    Drawer: { defaultProps: named },
  },
});

/** Names the button that closes a component, which has a picture only. */
function named(): { closeButtonProps: { 'aria-label': string } } {
  return { closeButtonProps: { 'aria-label': MESSAGES[locales.get()].close } };
}

/** Darkens or lightens what Mantine draws with a contrast below 4.5 : 1. */
export const readableColors: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-placeholder':
      'color-mix(in srgb, var(--mantine-color-gray-6), var(--mantine-color-gray-7))',
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-error': 'var(--mantine-color-red-9)',
    '--mantine-color-red-text': 'var(--mantine-color-red-9)',
    ...Object.fromEntries(
      [...Object.keys(DEFAULT_THEME.colors), 'brand'].map((color) => [
        `--mantine-color-${color}-light-color`,
        `color-mix(in srgb, var(--mantine-color-${color}-9) 70%, black)`,
      ]),
    ),
  },
  dark: {
    '--mantine-color-placeholder':
      'color-mix(in srgb, var(--mantine-color-dark-1), var(--mantine-color-dark-2))',
    '--mantine-color-dimmed': 'var(--mantine-color-dark-1)',
    '--mantine-color-error': 'var(--mantine-color-red-4)',
    '--mantine-color-red-text': 'var(--mantine-color-red-4)',
  },
});
