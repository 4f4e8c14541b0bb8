import type { AdvertiserCall } from '../wire/business-call.js';
import { BusinessError, notFound } from '../wire/business-error.js';
import type { TemporaryFile } from './creative-files.js';

/** The waiting file that `file_id` names. @throws BusinessError 40002, 40007, 40904, 40910 */
export function requireTemporaryFile(call: AdvertiserCall, contentType: string): TemporaryFile {
  const id = call.params.requireText('file_id');
  const file = call.tables.temporaryFiles.getOf(call.advertiser.id, id);
  if (!file) throw notFound(`file_id: File ${id} does not exist.`);
  if (file.expiresAt <= call.now) throw new BusinessError(40_910, `file_id: File ${id} has expired.`);
  if (file.contentType !== contentType)
    throw new BusinessError(40_904, `file_id: File ${id} is no ${contentType}.`);
  return file;
}
