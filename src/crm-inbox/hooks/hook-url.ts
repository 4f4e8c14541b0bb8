import { isPrivateHost, UnfitInputError } from '../../common/index.js';

/** Checks the address of a webhook. @throws UnfitInputError */
export function checkHookUrl(text: string, allowPrivate: boolean): void {
  const url = parsed(text);
  if (!url || (url.protocol !== 'https:' && !(allowPrivate && url.protocol === 'http:')))
    throw refuse('must be an address that begins with https://');
  if (url.username !== '' || url.password !== '') throw refuse('must not contain a user or password');
  if (url.hash !== '') throw refuse('must not contain a fragment (#)');
  if (!allowPrivate && isPrivateHost(url)) throw refuse('must be reachable from the internet');
}

function parsed(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

function refuse(message: string): UnfitInputError {
  return new UnfitInputError('webhook_url', [{ field: 'url', message }]);
}
