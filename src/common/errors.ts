/**
 * Errors named by what the caller can do about them. Services throw them, and one filter turns them into RFC 9457
 * problems. `code` is stable and machine-readable; `message` is written for users.
 */
export abstract class DomainError extends Error {
  abstract readonly status: number;
  /** Seconds to wait before retrying; also sent as Retry-After. */
  readonly retryAfterSeconds?: number;

  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** One error in one field of the request. */
export interface FieldError {
  field: string;
  message: string;
  /** Index of the file in question, from 0. */
  file?: number;
  /** A stable name of the violated rule. */
  rule?: string;
  /** The value found, and the limit of the rule. */
  value?: string | number | boolean;
  limit?: string | number;
}

/** The request is invalid: fix the named fields and send it again. */
export class InvalidInputError extends DomainError {
  readonly status: 400 | 422 = 400;

  constructor(
    message: string,
    readonly fields: FieldError[] = [],
    code = 'invalid_input',
  ) {
    super(code, message);
  }
}

/** Runs checks that may each throw an InvalidInputError, and throws one error that lists the fields of all of them. */
export function checkAll(...checks: (() => unknown)[]): void {
  const failures = checks.flatMap((check) => {
    try {
      check();
      return [];
    } catch (error) {
      if (error instanceof InvalidInputError) return [error];
      throw error;
    }
  });
  const [first, ...others] = failures;
  if (!first) return;
  if (others.length === 0) throw first;
  throw new InvalidInputError(
    failures.map(({ message }) => message).join('; '),
    failures.flatMap(({ fields }) => fields),
  );
}

/** Each field has the right form, but not a value that this service knows, or one that fits the others: change it. */
export class UnfitInputError extends InvalidInputError {
  override readonly status = 422;

  constructor(code: string, fields: FieldError[]) {
    super(fields.map(({ field, message }) => `${field}: ${message}`).join('; '), fields, code);
  }
}

/** The caller is not authenticated: get a valid token. */
export class UnauthenticatedError extends DomainError {
  readonly status = 401;
}

/** The caller is authenticated but may not do this. */
export class ForbiddenError extends DomainError {
  readonly status = 403;
}

/** The resource does not exist in this organisation. Also thrown when it belongs to another one. */
export class NotFoundError extends DomainError {
  readonly status = 404;
}

/** The state of the resource does not allow this. */
export class ConflictError extends DomainError {
  readonly status = 409;
}

/** The same work is already running: retry shortly. */
export class InProgressError extends ConflictError {
  constructor(
    code: string,
    message: string,
    /** Also sent as Retry-After. */
    override readonly retryAfterSeconds: number,
  ) {
    super(code, message);
  }
}

/** The request is well-formed but contradicts an earlier one. */
export class UnprocessableError extends DomainError {
  readonly status = 422;
}

/** The request body is too large. */
export class TooLargeError extends DomainError {
  readonly status = 413;
}

/** The media type is not accepted. */
export class UnsupportedMediaError extends DomainError {
  readonly status = 415;
}

/** Too many requests: nothing was done, retry after the given time. */
export class TooManyRequestsError extends DomainError {
  readonly status = 429;

  constructor(
    code: string,
    message: string,
    override readonly retryAfterSeconds: number,
    options?: ErrorOptions,
  ) {
    super(code, message, options);
  }
}

/** Another request holds the resource: retry shortly. */
export class LockedError extends DomainError {
  readonly status = 423;
}

/** No storage is left for the upload: free some, then retry. */
export class NoRoomError extends DomainError {
  readonly status = 507;
}

/** TikTok rejected the call for a reason that only the operator can fix: show the message and contact the operator. */
export class UpstreamRefusedError extends DomainError {
  readonly status = 502;
}

/** A dependency of the service is unavailable: retry later. */
export class UnavailableError extends DomainError {
  readonly status = 503;
  override readonly retryAfterSeconds?: number;

  constructor(
    code: string,
    message: string,
    { retryAfterSeconds, ...options }: ErrorOptions & { retryAfterSeconds?: number } = {},
  ) {
    super(code, message, options);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Other work has to finish first: nothing was tried, retry after the given time. */
export class BusyError extends UnavailableError {
  constructor(code: string, message: string, retryAfterSeconds: number) {
    super(code, message, { retryAfterSeconds });
  }
}

/** True if the work only waits for its turn. Nothing was tried, so a job has not used an attempt. */
export function isDeferred(error: unknown): boolean {
  return [TooManyRequestsError, BusyError, InProgressError].some((one) => error instanceof one);
}
