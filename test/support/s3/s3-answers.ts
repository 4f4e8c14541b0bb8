import { stored, type Bucket, type PendingUpload, type StoredObject } from './bucket.js';
import { refused, type S3Answer, type S3Call } from './s3-server.js';

/** Calls to the bucket itself: the two listings. */
export function bucketAnswer(bucket: Bucket, { method, query }: S3Call, pageSize: number): S3Answer {
  const prefix = query.get('prefix') ?? '';
  if (method !== 'GET') return refused(405, 'MethodNotAllowed');
  return query.has('uploads')
    ? uploadList(bucket, prefix, query.get('upload-id-marker') ?? '', pageSize)
    : objectList(bucket, prefix, query.get('continuation-token') ?? '', pageSize);
}

export function objectAnswer(bucket: Bucket, call: S3Call): S3Answer {
  const { method, key, query, headers, body } = call;
  const uploadId = query.get('uploadId');
  if (uploadId !== null) return partAnswer(bucket, bucket.pending.get(uploadId), call);
  if (method === 'POST' && query.has('uploads'))
    return xml(
      `<InitiateMultipartUploadResult><UploadId>${bucket.begin(key).id}</UploadId></InitiateMultipartUploadResult>`,
    );
  if (method === 'PUT') return { status: 200, headers: { etag: bucket.put(key, body).etag } };
  if (method === 'DELETE') {
    bucket.objects.delete(key);
    return { status: 204 };
  }
  const object = bucket.objects.get(key);
  return object ? bytesOf(object, headers.range) : refused(404, 'NoSuchKey');
}

function partAnswer(
  bucket: Bucket,
  upload: PendingUpload | undefined,
  { method, key, query, body }: S3Call,
): S3Answer {
  if (upload?.key !== key) return refused(404, 'NoSuchUpload');
  if (method === 'PUT') {
    const part = stored(body);
    upload.parts.set(Number(query.get('partNumber')), part);
    return { status: 200, headers: { etag: part.etag } };
  }
  if (method === 'DELETE') {
    bucket.pending.delete(upload.id);
    return { status: 204 };
  }
  if (method === 'GET') return partList(upload);
  const named = [...body.toString().matchAll(/<Part>(.*?)<\/Part>/gs)].map(([, part = '']) => ({
    number: Number(/<PartNumber>(\d+)</.exec(part)?.[1]),
    etag: (/<ETag>(.*?)</.exec(part)?.[1] ?? '').replaceAll('&quot;', '"'),
  }));
  const done = bucket.complete(upload, named);
  if ('refusal' in done) return refused(400, done.refusal);
  return xml(`<CompleteMultipartUploadResult><ETag>${done.etag}</ETag></CompleteMultipartUploadResult>`);
}

function bytesOf({ body, etag, modified }: StoredObject, range: string | undefined): S3Answer {
  const headers = { etag, 'last-modified': modified.toUTCString(), 'accept-ranges': 'bytes' };
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
  if (from === undefined)
    return { status: 200, headers: { ...headers, 'content-length': body.length }, body };
  if (Number(from) >= body.length) return refused(416, 'InvalidRange');
  const part = body.subarray(Number(from), Number(to) + 1);
  const place = `bytes ${from}-${Number(from) + part.length - 1}/${body.length}`;
  return {
    status: 206,
    headers: { ...headers, 'content-length': part.length, 'content-range': place },
    body: part,
  };
}

function objectList(bucket: Bucket, prefix: string, after: string, pageSize: number): S3Answer {
  const all = [...bucket.objects].filter(([key]) => key.startsWith(prefix) && key > after).toSorted(byKey);
  const page = all.slice(0, pageSize);
  const items = page.map(
    ([key, { modified, body }]) =>
      `<Contents><Key>${key}</Key><LastModified>${modified.toISOString()}</LastModified><Size>${body.length}</Size></Contents>`,
  );
  const more = all.length > page.length;
  const next = more ? `<NextContinuationToken>${page.at(-1)?.[0]}</NextContinuationToken>` : '';
  return xml(
    `<ListBucketResult><IsTruncated>${more}</IsTruncated>${next}${items.join('')}</ListBucketResult>`,
  );
}

function uploadList(bucket: Bucket, prefix: string, after: string, pageSize: number): S3Answer {
  const all = [...bucket.pending]
    .filter(([id, { key }]) => key.startsWith(prefix) && id > after)
    .toSorted(byKey);
  const page = all.slice(0, pageSize);
  const items = page.map(
    ([id, { key, initiated }]) =>
      `<Upload><Key>${key}</Key><UploadId>${id}</UploadId><Initiated>${initiated.toISOString()}</Initiated></Upload>`,
  );
  const last = page.at(-1);
  const more = all.length > page.length;
  const next = more
    ? `<NextKeyMarker>${last?.[1].key}</NextKeyMarker><NextUploadIdMarker>${last?.[0]}</NextUploadIdMarker>`
    : '';
  return xml(
    `<ListMultipartUploadsResult><IsTruncated>${more}</IsTruncated>${next}${items.join('')}</ListMultipartUploadsResult>`,
  );
}

function partList({ parts }: PendingUpload): S3Answer {
  const items = [...parts].map(
    ([number, { modified, body }]) =>
      `<Part><PartNumber>${number}</PartNumber><LastModified>${modified.toISOString()}</LastModified><Size>${body.length}</Size></Part>`,
  );
  return xml(`<ListPartsResult><IsTruncated>false</IsTruncated>${items.join('')}</ListPartsResult>`);
}

function byKey([one]: [string, unknown], [other]: [string, unknown]): number {
  return one < other ? -1 : 1;
}

function xml(body: string): S3Answer {
  return {
    status: 200,
    body: `<?xml version="1.0"?>${body}`,
    headers: { 'content-type': 'application/xml' },
  };
}
