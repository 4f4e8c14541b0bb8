/** A refusal in the Business API's envelope; it travels within HTTP 200. Codes: business reference §11. */
export class BusinessError extends Error {
  constructor(
    readonly code: number,
    message: string,
    /** For partial success (20001), where the answer still carries results. */
    readonly data: object = {},
  ) {
    super(message);
  }
}

export const invalidParam = (message: string): BusinessError => new BusinessError(40_002, message);

export const missing = (name: string): BusinessError =>
  invalidParam(`${name}: Missing data for required field.`);

export const noPermission = (message: string): BusinessError => new BusinessError(40_001, message);

export const notFound = (message: string): BusinessError => new BusinessError(40_007, message);

export const badApp = (): BusinessError => new BusinessError(40_101, 'The app_id or secret is not valid.');
