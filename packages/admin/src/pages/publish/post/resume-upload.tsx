import { Button, FileButton, Paper, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useText } from '../../../i18n/use-text.js';
import { useSession } from '../../../session/use-session.js';
import { ACCEPTED } from '../composer/files.js';
import { LeaveGuard } from '../composer/leave-guard.js';
import { UploadProgress } from '../composer/upload-progress.js';
import { uploadLinks } from '../composer/upload-links.js';
import { useUploads } from '../composer/use-uploads.js';
import type { Publication } from '../publication.js';
import { MESSAGES } from './post.messages.js';

/** Continues an upload that a reload, a closed page or a new attempt has left open. */
export function ResumeUpload({ post: { publishId, kind } }: { post: Publication }) {
  const text = useText(MESSAGES);
  const client = useQueryClient();
  const { organisationId } = useSession();
  const [missing] = useState(() => uploadLinks.get(publishId));
  const [files, setFiles] = useState<File[]>([]);
  const { state, send, pause, reset } = useUploads();
  const isSending = useRef(false);
  isSending.current = state.phase === 'sending';
  const count = missing.length;

  const start = async (chosen: File[]) => {
    setFiles(chosen);
    if (chosen.length !== count) return;
    if (!(await send(missing, chosen))) return;
    isSending.current = false;
    uploadLinks.forget(publishId);
    await client.invalidateQueries({ queryKey: [organisationId, 'publications'] });
  };

  return (
    <Paper withBorder p="md">
      <LeaveGuard isBusy={() => isSending.current} />
      <Stack align="flex-start">
        <Title order={2} size="h4">
          {text('uploadTitle')}
        </Title>
        {count === 0 ? (
          <Text>{text('uploadLost')}</Text>
        ) : (
          state.phase === 'idle' && (
            <>
              <Text>{text('uploadDetail', { count })}</Text>
              <FileButton
                accept={ACCEPTED.filter((type) =>
                  type.startsWith(kind === 'video' ? 'video/' : 'image/'),
                ).join()}
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
          )
        )}
        <UploadProgress
          upload={state}
          onPause={pause}
          onResume={() => void start(files)}
          onDiscard={() => {
            reset();
            setFiles([]);
          }}
        />
      </Stack>
    </Paper>
  );
}
