import { isUrl } from '../../is-url.js';
import { invalidParam } from '../wire/business-error.js';
import type { Params } from '../wire/params.js';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** https, as TikTok asks; the sandbox also takes http on this machine. @throws BusinessError 40002 */
export function requireCallbackUrl(params: Params): string {
  const text = params.requireText('callback_url');
  const url = isUrl(text) ? new URL(text) : undefined;
  const isGood = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.has(url.hostname));
  if (!isGood) throw invalidParam('callback_url: Must be an https URL.');
  return text;
}
