export type GrantRefusal = 'different_account' | 'integration_gone' | 'consent_superseded';

/** TikTok granted the access and it cannot be used; `code` goes back to the admin UI in the return address. */
export class GrantRefusedError extends Error {
  constructor(readonly code: GrantRefusal) {
    super(code);
    this.name = 'GrantRefusedError';
  }
}
