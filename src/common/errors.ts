/**
 * What can go wrong, named by what the caller can do about it. Services throw these; one filter turns them into
 * RFC 9457 problems. `code` is stable and machine readable, `message` is a sentence for a person.
 */
export abstract class DomainError extends Error {
  abstract readonly status: number;
  /** When it is worth asking again; also the Retry-After header. */
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

/** One rule that one field of the request breaks. */
export interface FieldError {
  field: string;
  message: string;
  /** Position of the file that it is about, from 0. */
  file?: number;
  /** Which rule the field breaks; stable. */
  rule?: string;
  /** What was found, and what the rule allows. */
  value?: string | number | boolean;
  limit?: string | number;
}

/** The request itself is wrong: fix the named fields and send it again. */
export class InvalidInputError extends DomainError {
  readonly status = 400;

  constructor(
    message: string,
    readonly fields: FieldError[] = [],
    code = 'invalid_input',
  ) {
    super(code, message);
  }
}

/** Runs every check, then throws one InvalidInputError with the field errors of all that failed. */
export function checkAll(...checks: (() => unknown)[]): void {
  const refusals = checks.flatMap((check) => {
    try {
      check();
      return [];
    } catch (error) {
      if (error instanceof InvalidInputError) return [error];
      throw error;
    }
  });
  const [first, ...others] = refusals;
  if (!first) return;
  if (others.length === 0) throw first;
  throw new InvalidInputError(
    refusals.map(({ message }) => message).join('; '),
    refusals.flatMap(({ fields }) => fields),
  );
}

/** Nobody, or nobody known, is calling: get a valid token. */
export class UnauthenticatedError extends DomainError {
  readonly status = 401;
}

/** The caller is known and may not do this. */
export class ForbiddenError extends DomainError {
  readonly status = 403;
}

/** There is no such thing in this organisation. The same answer when it belongs to another one. */
export class NotFoundError extends DomainError {
  readonly status = 404;
}

/** The thing is not in a state in which this can be done. */
export class ConflictError extends DomainError {
  readonly status = 409;
}

/** The same work is being done right now: ask again in a moment. */
export class InProgressError extends ConflictError {
  constructor(
    code: string,
    message: string,
    /** Also the Retry-After header. */
    override readonly retryAfterSeconds: number,
  ) {
    super(code, message);
  }
}

/** The request is well-formed, and contradicts an earlier one. */
export class UnprocessableError extends DomainError {
  readonly status = 422;
}

/** More bytes than allowed. */
export class TooLargeError extends DomainError {
  readonly status = 413;
}

/** The bytes are of a kind that is not taken here. */
export class UnsupportedMediaError extends DomainError {
  readonly status = 415;
}

/** Too many calls for now: nothing was done, send it again after the given time. */
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

/** Somebody else is at it: ask again in a moment. */
export class LockedError extends DomainError {
  readonly status = 423;
}

/** There is no room for more bytes: make some, then send it again. */
export class NoRoomError extends DomainError {
  readonly status = 507;
}

/** TikTok refuses what only the operator of this service can fix: show the message and contact the operator. */
export class UpstreamRefusedError extends DomainError {
  readonly status = 502;
}

/** Something this service depends on does not answer: try again later. */
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

/** Something else has to finish first: nothing was tried, so ask again after the given time. */
export class BusyError extends UnavailableError {
  constructor(code: string, message: string, retryAfterSeconds: number) {
    super(code, message, { retryAfterSeconds });
  }
}

/** Whether the work only waits for its turn: nothing was tried, so a job has not used up an attempt. */
export function isDeferred(error: unknown): boolean {
  return [TooManyRequestsError, BusyError, InProgressError].some((one) => error instanceof one);
}
