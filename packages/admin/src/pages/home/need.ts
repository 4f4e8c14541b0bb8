import type { Icon } from '@tabler/icons-react';

/** Something that a user has to see to, and the page where it is done. */
export interface Need {
  key: string;
  severity: 'critical' | 'warning' | 'info';
  icon: Icon;
  title: string;
  detail?: string;
  /** The language of texts that the service wrote. */
  lang?: string;
  to: string;
  search?: Record<string, string | boolean>;
}

/** What one part of the service has for the list. */
export interface Needs {
  needs: Need[];
  isPending: boolean;
  error: Error | null;
}

// After that, one line stands for the rest.
const SHOWN = 3;
const ORDER = ['critical', 'warning', 'info'];

/** The most urgent first. */
export function sorted(needs: readonly Need[]): Need[] {
  return needs.toSorted((one, other) => ORDER.indexOf(one.severity) - ORDER.indexOf(other.severity));
}

/** Shows the first of many, and one line for the rest. */
export function firstOf<Item>(
  items: readonly Item[],
  toNeed: (item: Item) => Need,
  rest: (count: number) => Need,
): Need[] {
  const shown = items.slice(0, SHOWN).map(toNeed);
  return items.length > SHOWN ? [...shown, rest(items.length - SHOWN)] : shown;
}
