import { ConflictError } from '../../common/index.js';
import { inBrackets } from '../life/not-active.js';

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
