/** It may work later. The message goes into logs and rows: it names no address and nothing of what was told. */
export class NotDeliveredError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'NotDeliveredError';
  }
}
