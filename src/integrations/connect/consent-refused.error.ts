/** The consent was given and cannot be used; `code` goes back to the admin UI in the return address. */
export class ConsentRefusedError extends Error {
  constructor(readonly code: 'different_account' | 'integration_gone') {
    super(code);
    this.name = 'ConsentRefusedError';
  }
}
