/** A code of this service's error catalogue that ends a creative. */
export class CreativeRefusedError extends Error {
  constructor(readonly code: string) {
    super(code);
    this.name = 'CreativeRefusedError';
  }
}
