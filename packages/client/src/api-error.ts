import type { components } from './generated/api.js';

/** The body of every error of the API, as `application/problem+json`. */
export type Problem = components['schemas']['Problem'];

/** An error answer of the connector. `message` is a text to show to the user. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    readonly problem: Problem,
  ) {
    super(problem.detail);
  }

  /** Identifies the error, for example `too_many_requests`. docs/errors.md lists the codes. */
  get code(): string {
    return this.problem.code;
  }

  /** What is wrong with each field, by its path in the body. */
  get fields(): Record<string, string> {
    return Object.fromEntries((this.problem.errors ?? []).map(({ field, message }) => [field, message]));
  }

  /** Seconds after which to retry, or undefined. */
  get retryAfterSeconds(): number | undefined {
    return this.problem.retryAfterSeconds;
  }
}

/** Reads the problem of a failed answer. An answer of a proxy in front of the connector becomes a problem, too. */
export async function errorOf(response: Response): Promise<ApiError> {
  return toApiError(response, await response.text());
}

/** @param body the body, parsed or as text */
export function toApiError(response: Response, body: unknown): ApiError {
  const parsed = typeof body === 'string' ? parse(body) : body;
  return new ApiError(response.status, isProblem(parsed) ? parsed : problemOf(response));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'detail' in value;
}

function problemOf({ status, statusText, headers }: Response): Problem {
  const retryAfter = Number(headers.get('retry-after') ?? Number.NaN);
  return {
    type: 'about:blank',
    title: statusText || 'Unexpected answer',
    status,
    code: 'unexpected_answer',
    detail: `The connector cannot be reached: something in front of it answered with the status ${status}. Try again later.`,
    requestId: headers.get('x-request-id') ?? '',
    ...(Number.isFinite(retryAfter) && { retryAfterSeconds: retryAfter }),
  };
}
