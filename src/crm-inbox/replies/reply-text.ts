import { UnfitInputError } from '../../common/index.js';
import { isVisible } from '../outbox/visible-text.js';

/**
 * Checks the text of a reply. TikTok does not say what it counts as a character: UTF-16 units are never fewer.
 * @throws UnfitInputError
 */
export function checkReplyText(text: string, most: number): void {
  const refuse = (message: string) =>
    new UnfitInputError('reply_text', [{ field: 'text', message, value: text.length, limit: most }]);
  if (!isVisible(text)) throw refuse('must not be empty');
  if (text.length > most)
    throw refuse(`has ${text.length} characters, and TikTok takes at most ${most}. An emoji may count twice`);
}
