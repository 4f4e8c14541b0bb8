/** The command was called wrongly. It prints the message and ends with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
