import { InvalidInputError, UnprocessableError } from '../../../common/index.js';
import type { AudienceKind } from '../audience.entity.js';
import type { QualityReport } from '../pipeline/quality-report.js';
import { fileHeader, MAX_SAME_HEADER, segmentColumn } from '../staging/hashed-columns.js';

/**
 * Checks that TikTok can take what the file holds.
 * @throws InvalidInputError for columns that TikTok has no name for, UnprocessableError when no row is usable
 */
export function assertUsable(report: QualityReport, kind: AudienceKind): void {
  if (report.usableRows === 0) throw nothingUsable(report);
  const names = report.columns
    .filter(({ valid }) => valid > 0)
    .map((column) => (kind === 'segment' ? segmentColumn(column.kind) : fileHeader(column.kind)));
  if (names.includes(undefined)) throw unknownSystem();
  const most = kind === 'segment' ? 1 : MAX_SAME_HEADER;
  const repeated = names.find((name) => names.filter((other) => other === name).length > most);
  if (repeated !== undefined) throw tooManyColumns(repeated, most);
}

function nothingUsable({ rows, defects }: QualityReport): UnprocessableError {
  const reasons = defects
    .map(({ reason, count, lines }) => `${reason} ${count} times, first in line ${lines[0] ?? '?'}`)
    .join('; ');
  return new UnprocessableError(
    'audience_nothing_usable',
    `None of the ${rows} rows has a valid identifier, so nothing was sent${reasons && ` (${reasons})`}. Fix the file; ` +
      '?dryRun=true answers the full report.',
  );
}

function unknownSystem(): InvalidInputError {
  const message = 'A segment needs to know the system of device ids. Name the column idfa or gaid: ?idfa=2';
  return new InvalidInputError(message, [{ field: 'maid', message }], 'audience_columns_unknown');
}

function tooManyColumns(name: string, most: number): InvalidInputError {
  const message = `TikTok takes at most ${most} columns of ${name}. Say which ones to read: ?email=2`;
  return new InvalidInputError(message, [{ field: 'file', message }], 'audience_columns_unknown');
}
