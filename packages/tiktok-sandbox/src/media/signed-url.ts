import { createHmac } from 'node:crypto';
import type { ApiCall } from '../open-api/api-call.js';
import type { World } from '../world.js';

/** Reference §4.3 and §5.1: covers live 6 hours, creator-info avatars 2. */
export const COVER_SECONDS = 6 * 3600;
export const AVATAR_SECONDS = 2 * 3600;

const KEY = 'sandbox-media';

type MediaCall = Pick<ApiCall, 'world' | 'origin'>;

/** A picture's URL that expires, as those of TikTok's CDN do. */
function signedUrl(call: MediaCall, path: string, lifetimeSeconds: number): string {
  return call.origin + signedPath(path, call.world.clock.seconds() + lifetimeSeconds);
}

function signedPath(path: string, expires: number): string {
  return `${path}?x-expires=${expires}&x-signature=${encodeURIComponent(signature(path, expires))}`;
}

/** The same pictures for the sandbox's own page: without an origin. */
export function coverPath(world: World, videoId: string): string {
  return signedPath(`/media/cover/${videoId}.svg`, world.clock.seconds() + COVER_SECONDS);
}

export function avatarPath(world: World, username: string): string {
  const path = `/media/avatar/100/${encodeURIComponent(username)}.svg`;
  return signedPath(path, world.clock.seconds() + AVATAR_SECONDS);
}

export function coverUrl(call: MediaCall, videoId: string): string {
  return signedUrl(call, `/media/cover/${videoId}.svg`, COVER_SECONDS);
}

export function avatarUrl(
  call: MediaCall & Pick<ApiCall, 'account'>,
  size: '100' | 'medium' | 'large',
): string {
  return signedUrl(
    call,
    `/media/avatar/${size}/${encodeURIComponent(call.account.username)}.svg`,
    AVATAR_SECONDS,
  );
}

export function isValidSignature(path: string, expires: number, given: string, nowSeconds: number): boolean {
  return expires > nowSeconds && given === signature(path, expires);
}

function signature(path: string, expires: number): string {
  return createHmac('sha256', KEY).update(`${path}:${expires}`).digest('base64').slice(0, 27);
}
