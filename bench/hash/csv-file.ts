import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import path from 'node:path';

const ROWS_AT_ONCE = 2000;

/** Writes a customer file of at least this size: an email address, a phone number and a device id per row. */
export async function csvFile(folder: string, bytes: number): Promise<string> {
  const file = path.join(folder, `${bytes}.csv`);
  const stream = createWriteStream(file);
  stream.write('id,email,phone,idfa\n');
  for (let row = 0, written = 0; written < bytes; row += ROWS_AT_ONCE) {
    const rows = Array.from({ length: ROWS_AT_ONCE }, (_, index) => line(row + index)).join('');
    written += rows.length;
    if (!stream.write(rows)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'close');
  return file;
}

function line(row: number): string {
  const phone = 1_510_000_0000 + (row % 9_000_000);
  const device = `AEBE52E7-03EE-455A-B3C4-${String(row).padStart(12, '0')}`;
  return `${row},Customer.${row}@Example.com,+49${phone},${device}\n`;
}
