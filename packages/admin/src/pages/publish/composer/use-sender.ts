import { useCallback, useRef, useState } from 'react';
import { answer, ApiError, type Connector } from 'tiktok-connector-client';
import { useConnector } from '../../../api/api.js';
import type { Kind } from '../publication.js';
import type { ChosenFile } from './files.js';
import { edited, newPhotos, newVideo, timeOf, type PostForm } from './form.js';
import type { MissingUpload } from './missing-upload.js';
import { useUploads } from './use-uploads.js';

export interface PostToSend {
  form: PostForm;
  kind: Kind;
  integrationId: string;
  files: ChosenFile[];
}

/** A post that the service knows. It is kept, so that pressing the button again continues it and makes no second post. */
interface Begun {
  publishId: string;
  uploads: MissingUpload[];
  isUploaded: boolean;
  /** The files, account and kind for which it was begun. They cannot change later. */
  of: string;
}

export type Step = 'idle' | 'starting' | 'uploading' | 'publishing';

/** Takes a post from the form to TikTok: creates it, uploads its files, publishes or schedules it. */
export function useSender(onPublished: (publishId: string) => void) {
  const connector = useConnector();
  const { state: upload, send: sendFiles, pause, reset } = useUploads();
  const [step, setStep] = useState<Step>('idle');
  const [error, setError] = useState<Error>();
  const begun = useRef<Begun>(undefined);

  const send = useCallback(
    async (post: PostToSend) => {
      setError(undefined);
      setStep('starting');
      try {
        const { form, kind } = post;
        if (begun.current && begun.current.of !== identityOf(post)) await drop(connector, begun.current);
        if (begun.current?.of === identityOf(post))
          await answer(
            connector.POST('/api/upstream/call/tiktok-provider/edit-publication', {
              body: edited(form, kind, begun.current.publishId),
            }),
          );
        else begun.current = await begin(connector, post);
        const current = begun.current;
        if (!current.isUploaded) {
          setStep('uploading');
          const files = post.files.map(({ file }) => file);
          if (!(await sendFiles(current.uploads, files))) return;
          current.isUploaded = true;
        }
        setStep('publishing');
        await publish(connector, kind, current.publishId, form);
        setStep('idle');
        onPublished(current.publishId);
      } catch (failure) {
        setStep('idle');
        // An answer was lost: the post is on its way already.
        if (begun.current && failure instanceof ApiError && failure.code === 'edit_too_late')
          onPublished(begun.current.publishId);
        else setError(failure as Error);
      }
    },
    [connector, sendFiles, onPublished],
  );

  const discard = useCallback(async () => {
    reset();
    setStep('idle');
    if (begun.current) await drop(connector, begun.current).catch(setError);
    begun.current = undefined;
  }, [connector, reset]);

  return { step, error, upload, send, discard, pause };
}

function identityOf({ files, integrationId, kind, form }: PostToSend): string {
  return JSON.stringify([integrationId, kind, form.mode, files.map(({ id }) => id)]);
}

async function begin(connector: Connector, post: PostToSend): Promise<Begun> {
  const { form, kind, integrationId, files } = post;
  const { publishId, tusUrls } = await (kind === 'video'
    ? beginVideo(connector, form, integrationId)
    : answer(
        connector.POST('/api/upstream/call/tiktok-provider/init-photo-upload', {
          body: newPhotos(form, integrationId, files.length),
        }),
      ));
  const uploads = tusUrls.map((tusUrl, position) => ({ position, tusUrl }));
  return { publishId, uploads, isUploaded: false, of: identityOf(post) };
}

async function beginVideo(connector: Connector, form: PostForm, integrationId: string) {
  const { publishId, tusUrl } = await answer(
    connector.POST('/api/upstream/call/tiktok-provider/init-video-upload', {
      body: newVideo(form, integrationId),
    }),
  );
  return { publishId, tusUrls: tusUrl === undefined ? [] : [tusUrl] };
}

/** Publishes a post that has all its files. Calling it twice is still one post. */
export async function publish(
  connector: Connector,
  kind: Kind,
  publishId: string,
  time: Parameters<typeof timeOf>[0],
): Promise<void> {
  const body = { publishId, ...timeOf(time) };
  await answer(
    kind === 'video'
      ? connector.POST('/api/upstream/call/tiktok-provider/publish-video', { body })
      : connector.POST('/api/upstream/call/tiktok-provider/publish-photo', { body }),
  );
}

async function drop(connector: Connector, { publishId }: Begun): Promise<void> {
  await answer(
    connector.POST('/api/upstream/call/tiktok-provider/cancel-publication', { body: { publishId } }),
  );
}
