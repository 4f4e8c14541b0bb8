import { InvalidInputError } from '../../../common/index.js';
import { columnKind, type ColumnKind } from './column-names.js';
import { normaliseDeviceId } from './device-id.js';
import { normaliseEmail } from './email.js';
import { DEFAULT_POLICY, type IdentifierKind } from './identifier-kind.js';

/** One column of the file that is used. */
export interface FileColumn {
  readonly kind: ColumnKind;
  /** From 0. */
  readonly position: number;
}

/** What a caller says about a column: its name in the header, or its number from 1. */
export interface ColumnChoice {
  readonly kind: ColumnKind;
  readonly column: string;
}

export interface FileLayout {
  readonly hasHeader: boolean;
  readonly columns: readonly FileColumn[];
}

export const SHA256_HEX = /^[0-9a-f]{64}$/i;
const PHONE = /^\+?[\d ().\-/]{7,25}$/;

/**
 * Finds out what the columns hold: from the caller's choices, from the names in the first line, or, without names, from
 * the values there. No error repeats what the line says, since it may be a customer.
 * @throws InvalidInputError `audience_columns_unknown`
 */
export function fileLayout(
  firstLine: readonly string[],
  choices: readonly ColumnChoice[],
  header: boolean | undefined,
): FileLayout {
  const isHeader = header ?? !firstLine.some(looksLikeValue);
  const columns =
    choices.length > 0
      ? choices.map((choice) => chosen(choice, firstLine, isHeader))
      : firstLine.flatMap((cell, position) => {
          const kind = isHeader ? columnKind(cell) : kindOfValue(cell);
          return kind === undefined ? [] : [{ kind, position }];
        });
  if (!columns.some(({ kind }) => kind !== 'country')) throw unknownColumns(firstLine, isHeader);
  return { hasHeader: isHeader, columns };
}

function chosen({ kind, column }: ColumnChoice, firstLine: readonly string[], isHeader: boolean): FileColumn {
  const wanted = column.trim().toLowerCase();
  const named = isHeader ? firstLine.findIndex((cell) => cell.trim().toLowerCase() === wanted) : -1;
  const position = named >= 0 ? named : /^\d{1,4}$/.test(wanted) ? Number(wanted) - 1 : -1;
  if (position >= 0 && position < firstLine.length) return { kind, position };
  const message =
    `The file has no column "${column}" for ${kind}. Give a name from its first line, or a number from 1 to ` +
    `${firstLine.length}.`;
  throw new InvalidInputError(message, [{ field: kind, message }], 'audience_columns_unknown');
}

function looksLikeValue(cell: string): boolean {
  return kindOfValue(cell) !== undefined || SHA256_HEX.test(cell.trim());
}

function kindOfValue(cell: string): IdentifierKind | undefined {
  const value = cell.trim();
  if (normaliseEmail(value, DEFAULT_POLICY) !== undefined) return 'email';
  if (normaliseDeviceId(value) !== undefined) return 'maid';
  return PHONE.test(value) && /\d{7}/.test(value.replaceAll(/\D/g, '')) ? 'phone' : undefined;
}

function unknownColumns(firstLine: readonly string[], isHeader: boolean): InvalidInputError {
  const message = isHeader
    ? `None of the ${firstLine.length} columns is named as an identifier. Name one email, phone, idfa, gaid or maid in the ` +
      'first line, or say which column is which: ?email=2'
    : 'The file has no header, and its first line does not show what the columns hold. Say which column is which: ?email=1';
  return new InvalidInputError(message, [{ field: 'file', message }], 'audience_columns_unknown');
}
