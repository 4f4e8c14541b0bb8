import { useCallback } from 'react';
import { useIntl, type PrimitiveType } from 'react-intl';
import { useLocale, type Locale } from './locale.js';

/** The texts of a page in every language, as ICU messages. All languages have the same keys. */
export type Messages<Key extends string> = Record<Locale, Record<Key, string>>;
export type Text<Key extends string> = (key: Key, values?: Record<string, PrimitiveType>) => string;

/** Checks that all languages have the same keys. */
export function defineMessages<Key extends string>(
  en: Record<Key, string>,
  de: Record<NoInfer<Key>, string>,
): Messages<Key> {
  return { en, de };
}

/**
 * Returns a function that formats the texts of a page.
 * @example const text = useText(MESSAGES); text('unread', { count: 3 })
 */
export function useText<Key extends string>(messages: Messages<Key>): Text<Key> {
  const intl = useIntl();
  const locale = useLocale();
  return useCallback(
    (key, values) =>
      intl.formatMessage(
        { id: `${locale}.${messages[locale][key]}`, defaultMessage: messages[locale][key] },
        values,
      ),
    [intl, locale, messages],
  );
}
