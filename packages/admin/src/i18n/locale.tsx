import dayjs from 'dayjs';
import 'dayjs/locale/de';
import { useSyncExternalStore, type ReactNode } from 'react';
import { IntlProvider } from 'react-intl';

export const LOCALES = ['en', 'de'] as const;
export type Locale = (typeof LOCALES)[number];
export const LOCALE_NAMES: Record<Locale, string> = { en: 'English', de: 'Deutsch' };

const KEY = 'connector.locale';
const listeners = new Set<() => void>();
let current = chosen();

export const locales = {
  get: (): Locale => current,
  set(locale: Locale): void {
    localStorage.setItem(KEY, locale);
    current = apply(locale);
    for (const listener of listeners) listener();
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

function chosen(): Locale {
  const wanted = [localStorage.getItem(KEY), ...navigator.languages.map((language) => language.slice(0, 2))];
  return apply(wanted.find(isLocale) ?? 'en');
}

function isLocale(text: string | null): text is Locale {
  return LOCALES.some((locale) => locale === text);
}

function apply(locale: Locale): Locale {
  document.documentElement.lang = locale;
  dayjs.locale(locale);
  return locale;
}

export function useLocale(): Locale {
  return useSyncExternalStore(locales.subscribe, locales.get);
}

export function LocaleProvider({ children }: { children: ReactNode }) {
  const locale = useLocale();
  return (
    // Texts are passed as default messages: their numbers and plurals follow the default locale.
    <IntlProvider locale={locale} defaultLocale={locale} onError={ignoreMissing}>
      {children}
    </IntlProvider>
  );
}

/** Texts are passed with each call, so that a page loads its own and none is missing in the provider. */
function ignoreMissing(error: { code?: string; message: string }): void {
  if (error.code !== 'MISSING_TRANSLATION') throw new Error(error.message);
}
