import { sessions } from './session.js';

const REQUEST = 'tiktok-connector.token-request';
const ANSWER = 'tiktok-connector.token';

/**
 * Takes tokens from the page that embeds this UI in a frame. The page answers `{type: 'tiktok-connector.token-request'}` with
 * `{type: 'tiktok-connector.token', token}`, and may send a new token at any time.
 * @param origins the pages that may do so, from ADMIN_UI_EMBED_ORIGINS
 */
export function takeTokensFrom(origins: readonly string[]): void {
  if (window.parent === window || origins.length === 0) return;
  window.addEventListener('message', ({ origin, data }: MessageEvent<unknown>) => {
    if (origins.includes(origin) && isAnswer(data)) sessions.signIn(data.token);
  });
  askForToken(origins);
}

/** Asks the embedding page for a new token, for example when the service has refused the old one. */
export function askForToken(origins: readonly string[]): void {
  // An origin that does not embed this page receives nothing.
  for (const origin of origins) window.parent.postMessage({ type: REQUEST }, origin);
}

function isAnswer(data: unknown): data is { type: string; token: string } {
  const { type, token } = (data ?? {}) as Record<string, unknown>;
  return type === ANSWER && typeof token === 'string';
}
