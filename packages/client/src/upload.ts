import { DetailedError, Upload } from 'tus-js-client';
import { ApiError, toApiError } from './api-error.js';

export interface UploadOptions {
  /** Is called with the bytes that the service has, and with all bytes of the file. */
  onProgress?: (sentBytes: number, totalBytes: number) => void;
  /** Stops the upload. Call `uploadFile` again to resume it. */
  signal?: AbortSignal;
  /** Bytes of one request. After a lost connection, at most this much is sent again. */
  chunkSize?: number;
  /** Pauses before further attempts after a lost connection, in milliseconds. */
  retryDelays?: number[];
  /** The size in bytes of a stream, which has none of its own. */
  size?: number;
  /** Asks first how far an earlier upload came. Without it, that is asked only if the service answers that there is one. */
  resume?: boolean;
}

/** A file of a browser, or in Node.js a stream of `fs.createReadStream`. */
export type UploadSource = ConstructorParameters<typeof Upload>[0];

const CHUNK_BYTES = 8 * 1024 * 1024;
const RETRY_DELAYS_MS = [500, 1_000, 3_000, 5_000, 10_000, 20_000];
const BEGUN = new Set<string | undefined>(['upload_under_way', 'upload_already_received']);
const FINAL = new Set<string | undefined>([...BEGUN, 'publication_cancelled']);
const HTTP_SERVER_ERROR = 500;
// Another request changes the same upload, or the service assembles the file.
const PASSING_STATUSES = new Set([409, 423]);

/**
 * Sends a file to a `tusUrl`, and resumes where an earlier attempt stopped, even one on another device.
 * @throws ApiError if the service refuses the file; its `code` says why
 * @throws DOMException named `AbortError` after `signal`
 */
export async function uploadFile(
  tusUrl: string,
  file: UploadSource,
  options: UploadOptions = {},
): Promise<void> {
  options.signal?.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const upload = new Upload(file, {
      // The address takes the first request of an upload, and the address of the upload is the same.
      endpoint: tusUrl,
      ...(options.resume === true && { uploadUrl: tusUrl }),
      chunkSize: options.chunkSize ?? CHUNK_BYTES,
      retryDelays: options.retryDelays ?? RETRY_DELAYS_MS,
      storeFingerprintForResuming: false,
      ...(options.size !== undefined && { uploadSize: options.size }),
      onProgress: (sent, total) => options.onProgress?.(sent, total),
      onSuccess: () => resolve(),
      onShouldRetry: mayPass,
      onError: (error) => {
        const refusal = refusalOf(error);
        if (!BEGUN.has(refusal?.code) || upload.options.uploadUrl === tusUrl) return reject(refusal ?? error);
        upload.options.uploadUrl = tusUrl;
        upload.start();
      },
    });
    options.signal?.addEventListener('abort', () => {
      void upload.abort();
      reject(options.signal?.reason as Error);
    });
    upload.start();
  });
}

/** True if the same request may succeed later. A browser that is offline shows its user so instead. */
function mayPass(error: Error): boolean {
  if ((globalThis as { navigator?: { onLine?: boolean } }).navigator?.onLine === false) return false;
  const refusal = refusalOf(error);
  if (refusal === undefined || refusal.status >= HTTP_SERVER_ERROR) return true;
  return PASSING_STATUSES.has(refusal.status) && !FINAL.has(refusal.code);
}

function refusalOf(error: Error): ApiError | undefined {
  const response = error instanceof DetailedError ? error.originalResponse : null;
  if (!response) return undefined;
  const status = response.getStatus();
  return toApiError(new Response(null, { status }), response.getBody());
}
