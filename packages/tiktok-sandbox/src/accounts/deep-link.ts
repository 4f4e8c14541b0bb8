import { pick, seededRandom } from '../random.js';
import type { Account } from './account.js';

const LETTERS = [...'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'] as [string, ...string[]];
const LENGTH = 7;

/** `https://vm.tiktok.com/ZMabc12/`: a short link, not the address of the profile. */
export function profileDeepLink({ openId }: Account): string {
  const random = seededRandom(`${openId}/deep-link`);
  const code = Array.from({ length: LENGTH }, () => pick(random, LETTERS)).join('');
  return `https://vm.tiktok.com/ZM${code}/`;
}
