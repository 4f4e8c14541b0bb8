import { DatesProvider } from '@mantine/dates';
import '@mantine/dates/styles.css';
import type { ReactNode } from 'react';
import { useLocale } from '../../i18n/locale.js';
import { useText } from '../../i18n/use-text.js';
import { MESSAGES } from './publish.messages.js';

// Mantine draws weekends in a red with too little contrast.
const SETTINGS = {
  en: { locale: 'en', weekendDays: [] },
  de: { locale: 'de', weekendDays: [] },
};

/** Shows the calendars of date fields in the user's language. */
export function LocalDates({ children }: { children: ReactNode }) {
  return <DatesProvider settings={SETTINGS[useLocale()]}>{children}</DatesProvider>;
}

/** What date fields need for screen readers and readers with low vision; above all names of buttons without text. */
export function useDateProps() {
  const text = useText(MESSAGES);
  const [previous, next] = [text('previous'), text('next')];
  return {
    // Mantine names the dialog by an element that its date inputs do not have.
    popoverProps: { withRoles: false },
    styles: { placeholder: { color: 'var(--mantine-color-dimmed)' } },
    clearButtonProps: { 'aria-label': text('clear') },
    ariaLabels: {
      previousMonth: previous,
      nextMonth: next,
      previousYear: previous,
      nextYear: next,
      previousDecade: previous,
      nextDecade: next,
    },
  };
}
