import { Button, FileButton, Paper, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useAnswer } from '../../../api/queries.js';
import { useText } from '../../../i18n/use-text.js';
import { useSession } from '../../../session/use-session.js';
import { Answered } from '../../../ui/states.js';
import { ACCEPTED } from '../composer/files.js';
import { LeaveGuard } from '../composer/leave-guard.js';
import type { MissingUpload } from '../composer/missing-upload.js';
import { UploadProgress } from '../composer/upload-progress.js';
import { useUploads } from '../composer/use-uploads.js';
import type { Publication } from '../publication.js';
import { MESSAGES } from './post.messages.js';

const UPLOADS = 'publication-uploads';

/** Continues an upload that a closed page, another device or a new attempt has left open. */
export function ResumeUpload({ post: { publishId, kind } }: { post: Publication }) {
  const text = useText(MESSAGES);
  const query = useAnswer(
    [UPLOADS, publishId],
    (connector, signal) =>
      connector.GET('/api/publications/{publishId}/uploads', { params: { path: { publishId } }, signal }),
    // The links last for a day. New ones in the middle of an upload would start it again, also after a lost connection.
    { staleTime: Infinity, refetchOnMount: 'always', refetchOnReconnect: false },
  );
  return (
    <Paper withBorder p="md">
      <Stack align="flex-start">
        <Title order={2} size="h4">
          {text('uploadTitle')}
        </Title>
        <Answered query={query} rows={2}>
          {({ uploads }) => <MissingFiles kind={kind} missing={uploads} />}
        </Answered>
      </Stack>
    </Paper>
  );
}

function MissingFiles({ kind, missing }: { kind: Publication['kind']; missing: readonly MissingUpload[] }) {
  const text = useText(MESSAGES);
  const intl = useIntl();
  const client = useQueryClient();
  const { organisationId } = useSession();
  const [files, setFiles] = useState<File[]>([]);
  const { state, send, pause, reset } = useUploads();
  const isSending = useRef(false);
  isSending.current = state.phase === 'sending';
  const count = missing.length;
  const places = intl.formatList(missing.map(({ position }) => String(position + 1)));

  const askAgain = async (...keys: string[]) => {
    for (const key of keys) await client.invalidateQueries({ queryKey: [organisationId, key] });
  };
  const start = async (chosen: File[]) => {
    setFiles(chosen);
    if (chosen.length !== count) return;
    if (!(await send(missing, chosen))) return;
    isSending.current = false;
    // A file that could not be opened is missing again.
    await askAgain('publications', UPLOADS);
  };

  return (
    <>
      <LeaveGuard isBusy={() => isSending.current} />
      {state.phase === 'idle' && (
        <>
          <Text>{kind === 'video' ? text('uploadVideo') : text('uploadPhotos', { count, places })}</Text>
          <FileButton
            accept={ACCEPTED.filter((type) => type.startsWith(kind === 'video' ? 'video/' : 'image/')).join()}
            multiple
            onChange={(chosen) => void start(chosen)}
          >
            {(props) => <Button {...props}>{text('chooseFiles', { count })}</Button>}
          </FileButton>
          {files.length > 0 && files.length !== count && (
            <Text size="sm" c="red" role="alert">
              {text('wrongCount', { count })}
            </Text>
          )}
        </>
      )}
      <UploadProgress
        upload={state}
        onPause={pause}
        onResume={() => void start(files)}
        onDiscard={() => {
          reset();
          setFiles([]);
          // Some of them may have arrived.
          void askAgain(UPLOADS);
        }}
      />
    </>
  );
}
