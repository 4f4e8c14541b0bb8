import type { ApiCall } from '../open-api/api-call.js';
import { OpenApiError } from '../open-api/open-api-error.js';
import type { Publication } from './publication.js';

/** The publication that the body names, if it belongs to the token's account. @throws OpenApiError 400 */
export function ownPublication(call: ApiCall): Publication {
  const id = call.body()['publish_id'];
  const publication = typeof id === 'string' ? call.world.publications.get(id) : undefined;
  if (!publication) throw new OpenApiError(400, 'invalid_publish_id', 'The publish_id does not exist.');
  if (publication.username !== call.account.username)
    throw new OpenApiError(
      400,
      'token_not_authorized_for_specified_publish_id',
      'The access_token does not have authorization for this publish_id.',
    );
  return publication;
}
