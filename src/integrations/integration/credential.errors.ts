import { ConflictError } from '../../common/index.js';
import { inBrackets } from './integration-text.js';
import type { LiveProcess } from '../../runtime/index.js';

/** TikTok refuses this account's tokens for good: an admin must connect it again. */
export class ReconnectNeededError extends ConflictError {
  constructor(reason: string, options?: ErrorOptions) {
    super(
      'reconnect_needed',
      `TikTok no longer accepts this connection${inBrackets(reason)}. Connect the account again.`,
      options,
    );
  }
}

/**
 * `key_missing`: TOKEN_ENCRYPTION_KEYS lacks the key that the record names. `does_not_open`: it has one of that name, and the
 * bytes are of another key or were altered. `damaged`: the text is no record of ours.
 */
export type UnreadableReason = 'key_missing' | 'does_not_open' | 'damaged';

const REASONS: Record<UnreadableReason, (keyId: string) => string> = {
  key_missing: (keyId) => `no key "${keyId}" in TOKEN_ENCRYPTION_KEYS`,
  does_not_open: (keyId) => `the key "${keyId}" does not open it`,
  damaged: () => 'its text is damaged',
};

/** Something encrypted cannot be read. For operators; never shows the text. */
export class SecretUnreadableError extends Error {
  constructor(
    readonly reason: UnreadableReason,
    /** That the record names; undefined when it names none. */
    readonly keyId: string | undefined,
    place: { recordId: string; field: string },
    options?: ErrorOptions,
  ) {
    super(`${place.field} of ${place.recordId} cannot be read: ${REASONS[reason](keyId ?? '')}`, options);
    this.name = 'SecretUnreadableError';
  }
}

/** For operators: why, without the place. */
export function reasonOf({ reason, keyId }: SecretUnreadableError): string {
  return REASONS[reason](keyId ?? '');
}

/** Running processes could not read what the newest key encrypts: nothing may be rotated to it yet. */
export class KeyNotEverywhereError extends Error {
  constructor(
    readonly keyId: string,
    readonly processes: readonly LiveProcess[],
  ) {
    super(`running processes lack the encryption key "${keyId}"`);
    this.name = 'KeyNotEverywhereError';
  }
}

/** A stored token cannot be decrypted here. Callers read it, so it names neither a key nor a record. */
export class TokenUnreadableError extends ConflictError {
  /** Another process has the key: work for the account is left to it. */
  heldElsewhere = false;

  constructor(
    /** Undefined when it is known from before, and not from the token itself. */
    readonly secret: SecretUnreadableError | undefined,
  ) {
    const why =
      secret === undefined || secret.reason === 'key_missing'
        ? 'This service cannot read the stored token of this TikTok account: its encryption key is missing or its text is damaged.'
        : 'This service cannot read the stored token of this TikTok account: it was damaged, or encrypted with another key.';
    super(
      'token_unreadable',
      `${why} Ask the operator to put the key back into TOKEN_ENCRYPTION_KEYS, or connect the account again.`,
      { cause: secret },
    );
  }
}
