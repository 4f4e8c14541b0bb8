import { ConflictError } from '../../common/index.js';

/** TikTok refuses this account's tokens for good: somebody must connect it again. */
export class ReconnectNeededError extends ConflictError {
  constructor(reason: string, options?: ErrorOptions) {
    super(
      'reconnect_needed',
      `TikTok no longer accepts this connection (${reason}). Connect the account again.`,
      options,
    );
  }
}
