import { ActionIcon, Badge, Group, Image, Paper, SimpleGrid } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconStar, IconX } from '@tabler/icons-react';
import { useText } from '../../../i18n/use-text.js';
import { MESSAGES } from './composer.messages.js';
import { releaseFile, type ChosenFile } from './files.js';

/** The photos in their order; one is the cover. The cover stays the same photo when photos move. */
export function PhotoPreview({
  files,
  cover,
  disabled,
  onChange,
}: {
  files: ChosenFile[];
  cover: number;
  disabled: boolean;
  onChange: (files: ChosenFile[], cover: number) => void;
}) {
  const coverId = files[cover]?.id;
  const change = (next: ChosenFile[], newCover = coverId) =>
    onChange(
      next,
      Math.max(
        next.findIndex(({ id }) => id === newCover),
        0,
      ),
    );
  return (
    <SimpleGrid cols={{ base: 2, xs: 3 }} spacing="xs">
      {files.map((file, position) => (
        <Photo
          key={file.id}
          file={file}
          number={position + 1}
          isCover={file.id === coverId}
          isLast={position === files.length - 1}
          disabled={disabled}
          onCover={() => change(files, file.id)}
          onMove={(by) => change(moved(files, position, by))}
          onRemove={() => {
            releaseFile(file);
            change(files.filter(({ id }) => id !== file.id));
          }}
        />
      ))}
    </SimpleGrid>
  );
}

interface PhotoProps {
  file: ChosenFile;
  number: number;
  isCover: boolean;
  isLast: boolean;
  disabled: boolean;
  onCover: () => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

function Photo({ file, number, isCover, isLast, disabled, onCover, onMove, onRemove }: PhotoProps) {
  const text = useText(MESSAGES);
  return (
    <Paper withBorder p={4} pos="relative">
      <Image src={file.url} alt={text('photoAlt', { number })} h={150} fit="contain" radius="sm" />
      {isCover && (
        <Badge pos="absolute" top={8} left={8}>
          {text('isCover')}
        </Badge>
      )}
      <Group gap={2} justify="center" mt={4} wrap="nowrap">
        <Tool
          label={text('earlier', { number })}
          disabled={disabled || number === 1}
          onClick={() => onMove(-1)}
        >
          <IconArrowLeft size={16} />
        </Tool>
        <Tool label={text('makeCover', { number })} disabled={disabled || isCover} onClick={onCover}>
          <IconStar size={16} />
        </Tool>
        <Tool label={text('removeFile', { name: file.file.name })} disabled={disabled} onClick={onRemove}>
          <IconX size={16} />
        </Tool>
        <Tool label={text('later', { number })} disabled={disabled || isLast} onClick={() => onMove(1)}>
          <IconArrowRight size={16} />
        </Tool>
      </Group>
    </Paper>
  );
}

function Tool({
  label,
  ...rest
}: {
  label: string;
  disabled: boolean;
  onClick: () => void;
  children: React.ReactNode;
}) {
  return <ActionIcon variant="subtle" color="gray" size="md" aria-label={label} title={label} {...rest} />;
}

function moved(files: ChosenFile[], position: number, by: number): ChosenFile[] {
  const file = files[position];
  if (file === undefined) return files;
  return files.toSpliced(position, 1).toSpliced(position + by, 0, file);
}
