import { isUrl } from '../../is-url.js';
import { isIP } from 'node:net';
import type { AccountCall } from '../wire/business-call.js';
import { invalidParam, missing, noPermission } from '../wire/business-error.js';
import type { Params } from '../wire/params.js';

const MAX_MENTIONS = 30;

/** Requires https and a host name on a verified property. @throws BusinessError */
export function requireOwnedUrl(call: AccountCall, key: string, text: string): void {
  const url = isUrl(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'https:' || isIP(url.hostname) !== 0)
    throw invalidParam(`${key}: Must be an https URL.`);
  const verified = call.tables.urlProperties
    .all()
    .filter(({ status }) => status === 1)
    .map((property) => property.url);
  if (![...verified, ...call.world.settings.verifiedUrls].some((owned) => covers(owned, url)))
    throw noPermission(`${key}: The URL property of ${url.hostname} is not verified.`);
}

/** A property is a domain, or a URL prefix. */
function covers(owned: string, url: URL): boolean {
  if (owned.startsWith('https://')) return url.href.startsWith(owned);
  return url.hostname === owned || url.hostname.endsWith(`.${owned}`);
}

/** Length in UTF-16 units and the number of mentions. @throws BusinessError 40002 */
export function readCaption(info: Params, max: number): string {
  const caption = info.text('caption', { max }) ?? '';
  const mentions = caption.match(/@[\w.]+/g)?.length ?? 0;
  if (mentions > MAX_MENTIONS) throw invalidParam(`caption: Up to ${MAX_MENTIONS} mentions are supported.`);
  return caption;
}

export function requirePostInfo(params: Params): Params {
  const info = params.object('post_info');
  if (!info) throw missing('post_info');
  return info;
}

/** Refuses options that the owner has disabled. @throws BusinessError 40002 */
export function checkSwitches({ account }: AccountCall, info: Params, keys: readonly string[]): void {
  const { settings } = account;
  const off: Record<string, boolean> = {
    disable_comment: settings.commentDisabled,
    disable_duet: settings.duetDisabled || settings.private,
    disable_stitch: settings.stitchDisabled || settings.private,
  };
  for (const key of keys)
    if (off[key] && info.flag(key) !== true) throw invalidParam(`${key}: Must be true for this account.`);
}
