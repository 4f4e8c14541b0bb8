import { DomainError } from '../../../common/index.js';

const CODES: Readonly<Record<number, string>> = {
  404: 'unknown_upload',
  409: 'upload_offset_conflict',
  412: 'tus_version_missing',
  413: 'upload_too_large',
};

/** A request that violates the tus protocol. https://tus.io/protocols/resumable-upload */
export class TusProtocolError extends DomainError {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(CODES[status] ?? 'tus_refused', `Invalid tus request: ${message.trim()}.`);
  }
}
