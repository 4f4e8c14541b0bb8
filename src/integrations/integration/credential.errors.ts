import { ConflictError } from '../../common/index.js';
import { inBrackets } from './integration-text.js';
import type { LiveProcess } from '../../runtime/index.js';

/** TikTok rejects this account's tokens permanently: an admin must reconnect it. */
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
 * `key_missing`: TOKEN_ENCRYPTION_KEYS lacks the key that the record names. `does_not_open`: the key of that name does not
 * decrypt it; the bytes belong to another key or were altered. `damaged`: the text is not one of our records.
 */
export type UnreadableReason = 'key_missing' | 'does_not_open' | 'damaged';

const REASONS: Record<UnreadableReason, (keyId: string) => string> = {
  key_missing: (keyId) => `no key "${keyId}" in TOKEN_ENCRYPTION_KEYS`,
  does_not_open: (keyId) => `the key "${keyId}" does not open it`,
  damaged: () => 'its text is damaged',
};

/** An encrypted value cannot be read. For operators; never contains the value. */
export class SecretUnreadableError extends Error {
  constructor(
    readonly reason: UnreadableReason,
    /** The key that the record names; undefined when it names none. */
    readonly keyId: string | undefined,
    place: { recordId: string; field: string },
    options?: ErrorOptions,
  ) {
    super(`${place.field} of ${place.recordId} cannot be read: ${REASONS[reason](keyId ?? '')}`, options);
    this.name = 'SecretUnreadableError';
  }
}

/** The reason without the place, for operators. */
export function reasonOf({ reason, keyId }: SecretUnreadableError): string {
  return REASONS[reason](keyId ?? '');
}

/** Some running processes lack the newest key, so nothing may be rotated to it yet. */
export class KeyNotEverywhereError extends Error {
  constructor(
    readonly keyId: string,
    readonly processes: readonly LiveProcess[],
  ) {
    super(`running processes lack the encryption key "${keyId}"`);
    this.name = 'KeyNotEverywhereError';
  }
}

/** A stored token cannot be decrypted here. Its message reaches callers, so it names neither a key nor a record. */
export class TokenUnreadableError extends ConflictError {
  /** True if another process has the key: this one leaves the account's work to it. */
  heldElsewhere = false;

  constructor(
    /** Undefined when an earlier failure is on record and the token itself was not read. */
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
