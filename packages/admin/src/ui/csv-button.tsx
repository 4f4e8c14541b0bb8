import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { csvOf, saveAs, type Cell } from './csv.js';

/** Saves what is on the screen as a CSV file. */
export function CsvButton({
  name,
  header,
  rows,
  label = 'CSV',
}: {
  name: string;
  header: readonly string[];
  rows: readonly (readonly Cell[])[];
  label?: string;
}) {
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconDownload size={16} aria-hidden />}
      disabled={rows.length === 0}
      onClick={() => saveAs(`${name}.csv`, csvOf(header, rows))}
    >
      {label}
    </Button>
  );
}
