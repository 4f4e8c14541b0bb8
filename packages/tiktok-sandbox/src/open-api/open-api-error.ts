/** An error in the envelope of open.tiktokapis.com. Some errors have HTTP 200. */
export class OpenApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export const invalidParams = (message: string): OpenApiError =>
  new OpenApiError(400, 'invalid_params', message);

export const accessTokenInvalid = (): OpenApiError =>
  new OpenApiError(401, 'access_token_invalid', 'The access token is invalid or not found in the request.');

export const scopeNotAuthorized = (): OpenApiError =>
  new OpenApiError(
    401,
    'scope_not_authorized',
    'The user did not authorize the scope required for completing this request.',
  );

export const rateLimitExceeded = (): OpenApiError =>
  new OpenApiError(
    429,
    'rate_limit_exceeded',
    'The API rate limit was exceeded. Please try your request again later.',
  );
