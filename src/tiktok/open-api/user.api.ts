import { Injectable } from '@nestjs/common';
import { wireCounter } from '../http/wire-value.js';
import type { Priority } from '../rate-limits/rated-call.js';
import { OpenApiClient } from './open-api-client.js';

/**
 * A profile. Null: the field was requested, and TikTok has no value. Absent: it was not requested, or has the wrong type.
 * Avatars are signed URLs that expire.
 */
export interface TikTokUser {
  open_id?: string;
  union_id?: string | null;
  avatar_url?: string | null;
  display_name?: string | null;
  username?: string | null;
  is_verified?: boolean | null;
  follower_count?: number | null;
  following_count?: number | null;
  likes_count?: number | null;
  /** Public posts. */
  video_count?: number | null;
}

const FIELDS_BY_SCOPE: Record<string, readonly string[]> = {
  'user.info.basic': ['open_id', 'union_id', 'avatar_url', 'display_name'],
  'user.info.profile': ['username', 'is_verified'],
  'user.info.stats': ['follower_count', 'following_count', 'likes_count', 'video_count'],
};

const COUNTERS: ReadonlySet<string> = new Set(FIELDS_BY_SCOPE['user.info.stats']);

@Injectable()
export class UserApi {
  constructor(private readonly client: OpenApiClient) {}

  /**
   * Returns the part of the profile that the granted scopes allow. One extra field fails the whole call.
   * https://developers.tiktok.com/doc/tiktok-api-v2-get-user-info
   * @returns undefined if the response has no user
   */
  async info(
    credentialId: string,
    grantedScopes: readonly string[],
    priority: Priority = 'background',
  ): Promise<TikTokUser | undefined> {
    const fields = grantedScopes.flatMap((scope) => FIELDS_BY_SCOPE[scope] ?? []);
    const { user } = await this.client.get<{ user?: unknown }>(
      credentialId,
      '/v2/user/info/',
      fields,
      priority,
    );
    return readUser(user, fields);
  }
}

/**
 * Distinguishes a field without a value from one that was not requested.
 * @param user raw
 */
export function readUser(user: unknown, asked: readonly string[]): TikTokUser | undefined {
  if (typeof user !== 'object' || user === null || Array.isArray(user)) return undefined;
  const given = user as Record<string, unknown>;
  // A valid response identifies the user. Otherwise, missing fields mean nothing.
  const isNamed = !asked.includes('open_id') || (typeof given.open_id === 'string' && given.open_id !== '');
  if (!isNamed || !asked.some((field) => given[field] !== undefined)) return undefined;
  const fields = asked.map((field): [string, unknown] => [field, valueOf(field, given[field])]);
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

/** @returns null without a value, undefined for one of the wrong type */
function valueOf(field: string, value: unknown): string | number | boolean | null | undefined {
  if (value === undefined || value === null || value === '') return null;
  if (COUNTERS.has(field)) return wireCounter(value) ?? undefined;
  return typeof value === (field === 'is_verified' ? 'boolean' : 'string')
    ? (value as string | boolean)
    : undefined;
}
