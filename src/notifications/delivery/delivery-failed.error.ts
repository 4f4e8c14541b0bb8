/** A retry may succeed. The message is logged and stored, so it contains no addresses and no content. */
export class DeliveryFailedError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'DeliveryFailedError';
  }
}
