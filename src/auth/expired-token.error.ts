import { UnauthenticatedError } from '../common/index.js';

/** A valid token has expired. Its caller needs a new one. */
export class ExpiredTokenError extends UnauthenticatedError {
  constructor() {
    super('invalid_token', 'The token has expired. Get a new one.');
  }
}
