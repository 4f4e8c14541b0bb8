import type { AdvertiserCall } from '../wire/business-call.js';
import { invalidParam, notFound } from '../wire/business-error.js';
import type { TemporaryFile } from './creative-files.js';

/** The waiting file that `file_id` names. @throws BusinessError 40002, 40007 */
export function requireTemporaryFile(call: AdvertiserCall, contentType: string): TemporaryFile {
  const id = call.params.requireText('file_id');
  const file = call.tables.temporaryFiles.getOf(call.advertiser.id, id);
  if (!file || file.expiresAt <= call.now) throw notFound(`file_id: File ${id} does not exist.`);
  if (file.contentType !== contentType) throw invalidParam(`file_id: File ${id} is no ${contentType}.`);
  return file;
}
