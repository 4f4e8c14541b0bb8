/** What the person in front of the terminal can do about it differs by code; the message says it in one sentence. */
export type EmbeddedPostgresErrorCode =
  | 'CANNOT_RUN_AS_ROOT'
  | 'DATA_DIR_FOREIGN'
  | 'DATA_DIR_IN_USE'
  | 'DATA_DIR_NOT_WRITABLE'
  | 'NO_BINARIES'
  | 'PORT_IN_USE'
  | 'START_FAILED'
  | 'VERSION_MISMATCH';

export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';

  constructor(
    readonly code: EmbeddedPostgresErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
