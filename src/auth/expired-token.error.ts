import { UnauthenticatedError } from '../common/index.js';

/** A token of ours that has ended. Its caller is known and needs a new one. */
export class ExpiredTokenError extends UnauthenticatedError {
  constructor() {
    super('invalid_token', 'The token has expired: get a new one.');
  }
}
