import { setImmediate as nextTurn } from 'node:timers/promises';
import { IdentifierFile, type FileOptions } from './identifier-file.js';
import type { IdentifierKind } from './identifier-kind.js';
import type { QualityReport } from './quality-report.js';

/** Takes the lines of hashes as they are made. */
export interface HashedLines {
  /** Called once, before the first line. */
  begin(kinds: readonly IdentifierKind[]): void;
  /** @param lines valid only until the promise resolves */
  write(lines: Buffer): Promise<void>;
}

/**
 * Hashes a file while it arrives. Other requests get their turn after each piece.
 * @throws InvalidInputError when the file cannot be read at all
 */
export async function hashStream(
  source: AsyncIterable<Buffer>,
  options: Omit<FileOptions, 'onColumns'>,
  sink: HashedLines,
): Promise<QualityReport> {
  const file = new IdentifierFile({ ...options, onColumns: (kinds) => sink.begin(kinds) });
  for await (const piece of source) {
    const lines = file.write(piece);
    if (lines.length > 0) await sink.write(lines);
    await nextTurn();
  }
  const { output, report } = file.end();
  if (output.length > 0) await sink.write(output);
  return report;
}
