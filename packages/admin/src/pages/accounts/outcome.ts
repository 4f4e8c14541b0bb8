/** What the service appends to the return address after a consent. */
export interface Outcome {
  status?: 'connected' | 'error';
  code?: string;
  warning?: string;
  integrationId?: string;
}

const WORD = /^[a-z0-9_]{1,60}$/i;

/** Reads the outcome of an address. Anyone can write an address, so free text is never repeated on the page. */
export function outcomeOf(search: Record<string, unknown>): Outcome {
  const { status, code, warning, integrationId } = search;
  if (status === 'connected')
    return {
      status,
      ...(typeof integrationId === 'string' && { integrationId }),
      ...(warning !== undefined && { warning: wordOf(warning).replace(/^account_/, '') }),
    };
  return status === 'error' ? { status, code: wordOf(code) } : {};
}

function wordOf(value: unknown): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return WORD.test(text) ? text : 'unknown';
}
