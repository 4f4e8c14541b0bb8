import { OPEN_API_APP } from '../apps.js';
import { namedUuid, opaqueId } from '../ids.js';
import { between, seededRandom } from '../random.js';
import { type Account, type AccountSettings, DEFAULT_ACCOUNT_SETTINGS } from './account.js';

/**
 * Makes an account whose ids and figures follow from seed and username, so that it is the same account
 * after a restart.
 */
export function seedAccount(
  seed: number,
  ordinal: number,
  username: string,
  countedAt: number,
  settings: Partial<AccountSettings> = {},
): Account {
  const name = `${seed}/account/${username}`;
  const random = seededRandom(name);
  return {
    ordinal,
    username,
    displayName: username.charAt(0).toUpperCase() + username.slice(1).replaceAll(/[._]/g, ' '),
    bio: `I am ${username} and I live in the sandbox.`,
    verified: random() < 0.2,
    openId: opaqueId('-000', `${name}/${OPEN_API_APP.clientKey}`),
    unionId: namedUuid(`${name}/union`),
    businessId: opaqueId('_000', `${name}/business`),
    followers: Math.floor(between(random, 800, 60_000)),
    following: Math.floor(between(random, 20, 400)),
    followersPerDay: Math.floor(between(random, 5, 150)),
    countedAt,
    settings: { ...DEFAULT_ACCOUNT_SETTINGS, ...settings },
  };
}

/** The account's followers at a given time. */
export function followersAt(account: Account, nowMs: number): number {
  const days = Math.max(0, nowMs - account.countedAt) / 86_400_000;
  return account.followers + Math.floor(days * account.followersPerDay);
}
