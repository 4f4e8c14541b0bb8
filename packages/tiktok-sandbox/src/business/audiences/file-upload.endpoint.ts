import { randomUUID } from 'node:crypto';
import { BusinessError, invalidParam, missing } from '../wire/business-error.js';
import { advertiserEndpoint } from '../wire/endpoint.js';
import { requireSignedFile } from '../files/upload-rules.js';
import { CustomerFileReader, requireCalculateType } from './customer-file.js';

const MAX_BYTES = 250_000_000;

/** The first step of a customer file audience. Source: business reference §8. */
export const customerFileUpload = advertiserEndpoint({
  method: 'POST',
  path: '/dmp/custom_audience/file/upload/',
  watch: () => new CustomerFileReader(),
  handle(call) {
    const { params, tables, advertiser, now } = call;
    const type = requireCalculateType(params);
    const file = requireSignedFile(call, 'file', 'file_signature', MAX_BYTES);
    if (!/\.(?:csv|txt)$/i.test(params.text('file_name') ?? file.name))
      throw new BusinessError(40_908, 'Only .csv and .txt files are supported.');
    if (!(file.watcher instanceof CustomerFileReader)) throw missing('file');
    const people = file.watcher.finish(type);
    if (typeof people === 'string') throw invalidParam(`file: ${people}`);
    const path = `file/${advertiser.id}/${randomUUID()}`;
    tables.customerFiles.add({
      path,
      advertiserId: advertiser.id,
      calculateType: type,
      people,
      createdAt: now,
    });
    return { file_path: path };
  },
});
