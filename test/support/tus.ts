import { createReadStream } from 'node:fs';
import { Upload } from 'tus-js-client';
import type { VideoFile } from './given/videos.js';

export interface TusOptions {
  chunkSize?: number;
  /** Of the upload as it goes on. */
  onProgress?: (sentBytes: number) => void;
  retryDelays?: number[];
}

/** The client of tus itself, sending a file from the disk: it goes on where the service stands, or begins. */
export function tusUpload(tusUrl: string, file: VideoFile, options: TusOptions = {}) {
  let upload: Upload | undefined;
  const done = new Promise<void>((resolve, reject) => {
    upload = new Upload(createReadStream(file.path), {
      endpoint: tusUrl,
      uploadUrl: tusUrl,
      uploadSize: file.size,
      chunkSize: options.chunkSize ?? 16 * 1024 * 1024,
      retryDelays: options.retryDelays ?? [],
      storeFingerprintForResuming: false,
      onProgress: (sent) => options.onProgress?.(sent),
      onSuccess: () => resolve(),
      onError: reject,
    });
    upload.start();
  });
  // Some are given up on purpose.
  done.catch(() => undefined);
  return { done, abort: () => upload?.abort() ?? Promise.resolve() };
}

const TUS = { 'tus-resumable': '1.0.0' };

/** One request of the protocol, by hand. */
export async function tusCall(
  method: 'POST' | 'HEAD' | 'PATCH' | 'DELETE',
  tusUrl: string,
  headers: Record<string, string> = {},
  body?: Uint8Array,
) {
  const response = await fetch(tusUrl, {
    method,
    headers: {
      ...TUS,
      ...(method === 'PATCH' && { 'content-type': 'application/offset+octet-stream' }),
      ...headers,
    },
    ...(body && { body: body as Uint8Array<ArrayBuffer> }),
  });
  const text = await response.text();
  const problem = text === '' ? undefined : (JSON.parse(text) as { code: string; detail: string });
  return { status: response.status, headers: response.headers, problem };
}

export async function offsetOf(tusUrl: string): Promise<number> {
  const { status, headers } = await tusCall('HEAD', tusUrl);
  if (status !== 200) throw new Error(`HEAD answered ${status}`);
  return Number(headers.get('upload-offset'));
}
