import { Group, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import '@mantine/dropzone/styles.css';
import { IconPhotoVideo } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '../../../i18n/use-text.js';
import { MESSAGES } from './composer.messages.js';
import { ACCEPTED, kindOf, readFile, type ChosenFile } from './files.js';

const PHOTOS = 35;

/** Takes one video, or photos. */
export function FileField({
  files,
  error,
  onChange,
}: {
  files: ChosenFile[];
  error?: string | undefined;
  onChange: (files: ChosenFile[]) => void;
}) {
  const text = useText(MESSAGES);
  const [refusal, setRefusal] = useState<string>();
  const [isReading, setReading] = useState(false);

  const take = async (given: File[]) => {
    const all = [...files.map(({ file }) => file), ...given];
    const reason = refusalOf(all);
    setRefusal(reason && text(reason, { photos: PHOTOS }));
    if (reason) return;
    setReading(true);
    const read = await Promise.all(given.map(readFile));
    setReading(false);
    onChange([...files, ...read]);
  };

  const problem = refusal ?? error;
  return (
    <Stack gap={4}>
      <Dropzone
        accept={ACCEPTED}
        loading={isReading}
        aria-label={text('drop')}
        inputProps={{ 'aria-label': text('drop') }}
        onDrop={(given) => void take(given)}
        onReject={(rejected) => setRefusal(text('wrongType', { name: rejected[0]?.file.name ?? '' }))}
        p={files.length > 0 ? 'xs' : 'lg'}
      >
        <Group justify="center" gap="md" wrap="nowrap" style={{ pointerEvents: 'none' }}>
          <IconPhotoVideo size={files.length > 0 ? 24 : 40} stroke={1.4} aria-hidden />
          <div>
            <Text fw={500}>{text(files.length > 0 ? 'morePhotos' : 'drop')}</Text>
            {files.length === 0 && (
              <Text size="sm" c="dimmed">
                {text('dropDetail', { photos: PHOTOS })}
              </Text>
            )}
          </div>
        </Group>
      </Dropzone>
      {problem !== undefined && (
        <Text size="sm" c="red" role="alert">
          {problem}
        </Text>
      )}
    </Stack>
  );
}

function refusalOf(files: File[]): 'oneVideo' | 'tooManyPhotos' | undefined {
  if (files.length > 1 && files.some((file) => kindOf(file) === 'video')) return 'oneVideo';
  return files.length > PHOTOS ? 'tooManyPhotos' : undefined;
}
