import { isUrl } from '../../is-url.js';
import { randomBytes } from 'node:crypto';
import type { AdvertiserCall } from '../wire/business-call.js';
import { BusinessError, invalidParam, missing } from '../wire/business-error.js';
import type { ReceivedFile } from '../wire/received-file.js';
import type { StoredFile } from './creative-files.js';

/** The file of a field, with the MD5 that was promised for it. @throws BusinessError 40002, 40900, 40907 */
export function requireSignedFile(
  { params, files }: AdvertiserCall,
  fileKey: string,
  signatureKey: string,
  maxBytes: number,
): ReceivedFile {
  const file = files.get(fileKey);
  if (!file || file.bytes === 0) throw missing(fileKey);
  const signature = params.requireText(signatureKey);
  if (signature.toLowerCase() !== file.md5)
    throw new BusinessError(40_900, `${signatureKey}: The signature does not match the MD5 of the file.`);
  if (file.bytes > maxBytes)
    throw new BusinessError(40_907, `${fileKey}: The file is larger than ${maxBytes} bytes.`);
  return file;
}

/** A given name must be free within the advertiser; without one the upload's own is made unique. */
export function readFileName(
  { params }: AdvertiserCall,
  existing: readonly StoredFile[],
  fallback: string,
): string {
  const given = params.text('file_name', { min: 1, max: 100 });
  if (given === undefined) {
    const isTaken = fallback === '' || existing.some(({ fileName }) => fileName === fallback);
    return isTaken ? `${randomBytes(8).toString('hex')}_${fallback || 'file'}` : fallback;
  }
  requireFreeFileName(existing, given);
  return given;
}

/** @throws BusinessError 40911 */
export function requireFreeFileName(existing: readonly StoredFile[], name: string): void {
  if (existing.some(({ fileName }) => fileName === name))
    throw new BusinessError(40_911, `file_name: Duplicated material name ${name}.`);
}

/** @throws BusinessError 40908 */
export function requireFormat(name: string, known: readonly string[], fallback: string): string {
  const extension = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? fallback;
  if (!known.includes(extension))
    throw new BusinessError(40_908, `The file type ${extension} is not supported. Use ${known.join(', ')}.`);
  return extension;
}

/** An address that could be fetched from. @throws BusinessError 40002 */
export function requireHttpUrl({ params }: AdvertiserCall, key: string): string {
  const url = params.requireText(key);
  if (!isUrl(url) || !/^https?:$/.test(new URL(url).protocol)) throw invalidParam(`${key}: Not a valid URL.`);
  return url;
}
