import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError, uploadFile, type UploadOptions } from 'tiktok-connector-client';
import type { MissingUpload } from './missing-upload.js';

export interface UploadState {
  phase: 'idle' | 'sending' | 'paused';
  sent: number;
  total: number;
  /** Why it has stopped without the user's wish. */
  error?: Error | undefined;
}

const IDLE: UploadState = { phase: 'idle', sent: 0, total: 0 };

/** Sends the files of a post one after the other. Sending again resumes where the upload stopped. */
export function useUploads() {
  const [state, setState] = useState<UploadState>(IDLE);
  const abort = useRef<AbortController>(undefined);
  const begun = useRef(new Set<string>());
  useEffect(() => () => abort.current?.abort(), []);

  /** @returns false if the upload was paused or interrupted */
  const send = useCallback(async (uploads: readonly MissingUpload[], files: readonly File[]) => {
    const controller = new AbortController();
    abort.current = controller;
    const total = files.reduce((sum, { size }) => sum + size, 0);
    let before = 0;
    setState({ phase: 'sending', sent: 0, total });
    try {
      for (const [index, { tusUrl }] of uploads.entries()) {
        const file = files[index];
        if (file === undefined) break;
        const start = before;
        const resume = begun.current.has(tusUrl);
        begun.current.add(tusUrl);
        await sendOne(tusUrl, file, {
          signal: controller.signal,
          resume,
          onProgress: (sent) => setState({ phase: 'sending', sent: start + sent, total }),
        });
        before += file.size;
      }
      setState(IDLE);
      return true;
    } catch (error) {
      const interruption = controller.signal.aborted ? undefined : (error as Error);
      setState((last) => ({ ...last, phase: 'paused', error: interruption }));
      return false;
    }
  }, []);

  const pause = useCallback(() => abort.current?.abort(), []);
  const reset = useCallback(() => (abort.current?.abort(), setState(IDLE)), []);
  return { state, send, pause, reset };
}

async function sendOne(tusUrl: string, file: File, options: UploadOptions): Promise<void> {
  try {
    await uploadFile(tusUrl, file, options);
  } catch (error) {
    // An answer was lost: the service has the whole file.
    if (error instanceof ApiError && error.code === 'upload_already_received') return;
    throw error;
  }
}
