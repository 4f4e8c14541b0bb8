import { Button, Paper, Stack } from '@mantine/core';
import { useText } from '../../../i18n/use-text.js';
import type { Kind } from '../publication.js';
import { MESSAGES } from './composer.messages.js';
import { FileField } from './file-field.js';
import { releaseFile, type ChosenFile } from './files.js';
import type { PostFormState } from './form.js';
import { PhotoPreview } from './photo-preview.js';
import { VideoPreview } from './video-preview.js';

/** The files of the post, as they will be seen. */
export function FilePanel({
  form,
  files,
  kind,
  error,
  disabled,
  onChange,
}: {
  form: PostFormState;
  files: ChosenFile[];
  kind: Kind;
  error?: string | undefined;
  disabled: boolean;
  onChange: (files: ChosenFile[], coverIndex?: number) => void;
}) {
  const text = useText(MESSAGES);
  const [video] = kind === 'video' ? files : [];
  const isDirect = form.values.mode === 'direct';
  return (
    <Paper withBorder p="md" pos="sticky" top={68}>
      <Stack>
        {video && (
          <>
            <VideoPreview
              file={video}
              cover={form.values.coverTimestampMs}
              onCover={
                isDirect && !disabled
                  ? (milliseconds) => form.setFieldValue('coverTimestampMs', milliseconds)
                  : undefined
              }
            />
            <Button
              variant="default"
              disabled={disabled}
              onClick={() => {
                releaseFile(video);
                onChange([]);
              }}
            >
              {text('removeFile', { name: video.file.name })}
            </Button>
          </>
        )}
        {kind === 'photo' && files.length > 0 && (
          <PhotoPreview
            files={files}
            cover={form.values.coverIndex}
            disabled={disabled}
            onChange={onChange}
          />
        )}
        {!video && !disabled && <FileField files={files} error={error} onChange={onChange} />}
        {video && error !== undefined && <FileProblem message={error} />}
      </Stack>
    </Paper>
  );
}

function FileProblem({ message }: { message: string }) {
  return (
    <p role="alert" style={{ margin: 0, color: 'var(--mantine-color-error)' }}>
      {message}
    </p>
  );
}
