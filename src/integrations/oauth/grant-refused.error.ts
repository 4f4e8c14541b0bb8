export type ConsentRefusal = 'different_account' | 'integration_gone' | 'consent_superseded';

/** The consent was given and cannot be used; `code` goes back to the admin UI in the return address. */
export class ConsentRefusedError extends Error {
  constructor(readonly code: ConsentRefusal) {
    super(code);
    this.name = 'ConsentRefusedError';
  }
}
