import { AspectRatio, Input, Slider, Stack, Text } from '@mantine/core';
import { useRef } from 'react';
import { useIntl } from 'react-intl';
import { useText } from '../../../i18n/use-text.js';
import { MESSAGES } from './composer.messages.js';
import type { ChosenFile } from './files.js';

/** Plays the video, and shows the frame that becomes the cover. */
export function VideoPreview({
  file,
  cover,
  onCover,
}: {
  file: ChosenFile;
  cover: number;
  /** Absent for drafts, whose cover is chosen in the app. */
  onCover?: ((milliseconds: number) => void) | undefined;
}) {
  const text = useText(MESSAGES);
  const intl = useIntl();
  const player = useRef<HTMLVideoElement>(null);
  const { durationSeconds, width, height } = file.facts;
  const seconds = (value: number) => intl.formatNumber(value / 1000, { maximumFractionDigits: 1 });
  const show = (milliseconds: number) => {
    onCover?.(milliseconds);
    if (player.current === null) return;
    player.current.pause();
    player.current.currentTime = milliseconds / 1000;
  };
  return (
    <Stack gap="xs">
      <AspectRatio ratio={width && height ? width / height : 9 / 16} mah={480} maw={270} mx="auto" w="100%">
        <video
          ref={player}
          src={file.url}
          controls
          muted
          playsInline
          aria-label={text('preview')}
          style={{ objectFit: 'contain', background: '#000', borderRadius: 8 }}
        />
      </AspectRatio>
      {onCover &&
        (durationSeconds === undefined ? (
          <Text size="sm" c="dimmed">
            {text('coverUnknown')}
          </Text>
        ) : (
          <Input.Wrapper
            label={text('cover')}
            labelElement="div"
            description={text('coverDetail', { seconds: seconds(cover) })}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
          >
            <Slider
              thumbLabel={text('cover')}
              min={0}
              max={Math.max(Math.floor(durationSeconds * 1000) - 1, 0)}
              step={100}
              label={(value) => `${seconds(value)} s`}
              value={cover}
              onChange={show}
              mb={4}
            />
          </Input.Wrapper>
        ))}
    </Stack>
  );
}
