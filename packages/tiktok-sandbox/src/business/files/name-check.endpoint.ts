import type { AdvertiserCall } from '../wire/business-call.js';
import { advertiserEndpoint } from '../wire/endpoint.js';
import type { Params } from '../wire/params.js';

const MAX_FILES = 20;

/** Checks whether one or several file names are taken. */
export const fileNameCheck = advertiserEndpoint({
  method: 'GET',
  path: '/file/name/check/',
  handle(call) {
    const files = call.params.objects('files', { min: 1, max: MAX_FILES });
    return files ? { batch_results: files.map((file) => check(call, file)) } : check(call, call.params);
  },
});

function check({ tables, advertiser }: AdvertiserCall, file: Params): object {
  const name = file.requireText('file_name');
  const type = file.requireOneOf('file_type', ['VIDEO', 'IMAGE']);
  const table = type === 'VIDEO' ? tables.videoFiles : tables.imageFiles;
  const duplicate = table.of(advertiser.id).some(({ fileName }) => fileName === name);
  return { duplicate, duplicate_template_id: null, file_name: name };
}
