import { NotFoundError } from '../../common/index.js';

/** The answer for a video that the organisation's accounts do not have. */
export function unknownVideo(): NotFoundError {
  return new NotFoundError(
    'unknown_video',
    'None of your accounts has a video with this id. Check the id, or sync the account first.',
  );
}
