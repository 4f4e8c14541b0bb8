import { useText } from '../../i18n/use-text.js';
import { ACTION_MESSAGES } from './audit-actions.messages.js';
import { KNOWN_ACTIONS } from './audit-actions.js';

/** Returns a function that names an operation of the API: by its id, if this version has no text for it. */
export function useActionText(): (action: string) => string {
  const text = useText(ACTION_MESSAGES);
  return (action) => {
    const known = KNOWN_ACTIONS.find((name) => name === action);
    return known === undefined ? action : text(known);
  };
}
