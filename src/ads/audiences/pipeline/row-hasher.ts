import { hash } from 'node:crypto';
import { InvalidInputError } from '../../../common/index.js';
import { normaliseDeviceId } from './device-id.js';
import { DistinctCounter } from './distinct-counter.js';
import { normaliseEmail } from './email.js';
import { SHA256_HEX } from './file-layout.js';
import type { ColumnKind } from './column-names.js';
import type { Defect, IdentifierKind, NormalisationPolicy } from './identifier-kind.js';
import { HashOutput } from './hash-output.js';
import type { RowSink } from './line-reader.js';
import { isInternational, isPhoneCountry, normalisePhone } from './phone.js';
import { DefectLog } from './quality-report.js';

const HEX_LENGTH = 64;

interface HashedColumn {
  readonly kind: IdentifierKind;
  /** Where the reader puts the column's cell. */
  readonly slot: number;
  /** Undefined until the first valid value shows it. */
  isHashed: boolean | undefined;
  valid: number;
  invalid: number;
}

/** Makes a line of hashes from each row, and counts what it cannot use. Nothing of a value outlives its row. */
export class RowHasher implements RowSink {
  readonly columns: readonly HashedColumn[];
  readonly defects = new DefectLog();
  readonly distinct = new DistinctCounter();
  rows = 0;
  usableRows = 0;
  private readonly output = new HashOutput();
  private readonly countrySlot: number;

  constructor(
    kinds: readonly ColumnKind[],
    private readonly policy: NormalisationPolicy,
    private readonly defaultCountry: string | undefined,
  ) {
    this.countrySlot = kinds.indexOf('country');
    this.columns = kinds.flatMap((kind, slot) =>
      kind === 'country' ? [] : [{ kind, slot, isHashed: undefined, valid: 0, invalid: 0 }],
    );
  }

  /** Hands over the lines since the last call. The next row overwrites them. */
  takeOutput(): Buffer {
    return this.output.take();
  }

  broken(line: number): void {
    this.rows += 1;
    this.defects.add('broken_line', line);
  }

  row(cells: readonly string[], line: number): void {
    this.rows += 1;
    let first = '';
    let isEmpty = true;
    for (let index = 0; index < this.columns.length; index += 1) {
      const column = this.columns[index]!;
      const cell = cells[column.slot] ?? '';
      if (index > 0) this.output.separate();
      if (cell === '' || cell.trim() === '') continue;
      isEmpty = false;
      const hashed = this.identifier(column, cell, cells, line);
      if (hashed === '') continue;
      if (first === '') first = hashed;
      this.output.add(hashed);
    }
    if (first === '') {
      this.output.dropLine();
      if (isEmpty) this.defects.add('empty_row', line);
      return;
    }
    this.distinct.add(first);
    this.usableRows += 1;
    this.output.endLine();
  }

  /** @returns '' for a value that is not valid */
  private identifier(column: HashedColumn, cell: string, cells: readonly string[], line: number): string {
    if (cell.length >= HEX_LENGTH && SHA256_HEX.test(cell.trim())) {
      this.accept(column, true, line);
      return cell.trim().toLowerCase();
    }
    const value = this.normalise(column.kind, cell, cells);
    if (typeof value === 'string') {
      this.accept(column, false, line);
      return hash('sha256', value, 'hex');
    }
    column.invalid += 1;
    this.defects.add(value.defect, line);
    return '';
  }

  /** @throws InvalidInputError `audience_column_mixed`; what is no identifier in either way decides nothing */
  private accept(column: HashedColumn, isHashed: boolean, line: number): void {
    column.isHashed ??= isHashed;
    if (column.isHashed !== isHashed) throw mixed(column.kind, line);
    column.valid += 1;
  }

  private normalise(
    kind: IdentifierKind,
    cell: string,
    cells: readonly string[],
  ): string | { readonly defect: Defect } {
    if (kind === 'email') return normaliseEmail(cell, this.policy) ?? INVALID_EMAIL;
    if (kind === 'phone') return this.phone(cell, cells);
    return normaliseDeviceId(cell) ?? INVALID_DEVICE_ID;
  }

  private phone(cell: string, cells: readonly string[]): string | { readonly defect: Defect } {
    const country = this.countrySlot < 0 ? '' : (cells[this.countrySlot] ?? '').trim().toUpperCase();
    const region = country === '' ? this.defaultCountry : country;
    if (!isInternational(cell)) {
      if (region === undefined) return PHONE_WITHOUT_COUNTRY;
      if (!isPhoneCountry(region)) return UNKNOWN_COUNTRY;
    }
    const number = normalisePhone(cell, region !== undefined && isPhoneCountry(region) ? region : undefined);
    if (number === undefined) return INVALID_PHONE;
    return this.policy.phonePlus ? number : number.slice(1);
  }
}

const INVALID_EMAIL = { defect: 'invalid_email' } as const;
const INVALID_PHONE = { defect: 'invalid_phone' } as const;
const PHONE_WITHOUT_COUNTRY = { defect: 'phone_without_country' } as const;
const UNKNOWN_COUNTRY = { defect: 'unknown_country' } as const;
const INVALID_DEVICE_ID = { defect: 'invalid_device_id' } as const;

function mixed(kind: IdentifierKind, line: number): InvalidInputError {
  const message =
    `Line ${line} mixes plain and hashed values in the ${kind} column. Send a column either plain or as SHA-256, ` +
    'never both.';
  return new InvalidInputError(message, [{ field: kind, message, value: line }], 'audience_column_mixed');
}
