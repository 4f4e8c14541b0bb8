import { Button, FileButton } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useChange } from '../../../api/mutations.js';
import { useText } from '../../../i18n/use-text.js';
import { MESSAGES } from './new-launch.messages.js';

/** Uploads a video to the ad account's library. The browser streams it. */
export function VideoUpload({
  accountId,
  onUploaded,
}: {
  accountId: string;
  onUploaded: (uploadId: string) => void;
}) {
  const text = useText(MESSAGES);
  const upload = useChange(
    (connector, file: File) =>
      connector.POST('/api/ads/creatives/videos', {
        params: { query: { accountId, name: file.name } },
        body: { accountId },
        bodySerializer: () => formOf(file),
        // The browser adds the boundary.
        headers: { 'content-type': null },
      }),
    { changes: [['ads', 'library']] },
  );
  const send = (file: File | null) => file && upload.mutate(file, { onSuccess: ({ id }) => onUploaded(id) });
  return (
    <FileButton accept="video/mp4,video/quicktime,video/mpeg,video/x-msvideo" onChange={send}>
      {(props) => (
        <Button
          {...props}
          variant="default"
          loading={upload.isPending}
          leftSection={<IconUpload size={18} aria-hidden />}
        >
          {text('uploadVideo')}
        </Button>
      )}
    </FileButton>
  );
}

function formOf(file: File): FormData {
  const form = new FormData();
  form.append('file', file);
  return form;
}
