import { isId, NotFoundError } from '../../common/index.js';

/** @throws NotFoundError for what is none of our ids: Postgres would complain about it in other words */
export function validId(publishId: string): string {
  if (!isId(publishId)) throw unknownPublication();
  return publishId;
}

export function unknownPublication(): NotFoundError {
  return new NotFoundError(
    'unknown_publication',
    'There is no publication with this publishId in this organisation.',
  );
}
