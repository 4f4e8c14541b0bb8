import { BusinessError } from '../wire/business-error.js';
import type { Params } from '../wire/params.js';
import type { FileWatcher } from '../wire/received-file.js';
import type { PeopleSketch } from './audience.js';
import { PeopleCollector } from './people-sketch.js';

const CALCULATE_TYPES = [
  'EMAIL_SHA256',
  'PHONE_SHA256',
  'IDFA_SHA256',
  'IDFA_MD5',
  'GAID_SHA256',
  'GAID_MD5',
  'FIRST_SHA256',
  'FIRST_MD5',
  'FIRST_NORMAL',
  'MULTIPLE_TYPES',
] as const;

export type CalculateType = (typeof CALCULATE_TYPES)[number];

/** @throws BusinessError 40002 without one, 40909 for one that TikTok does not know */
export function requireCalculateType(params: Params): CalculateType {
  const text = params.requireText('calculate_type');
  const type = CALCULATE_TYPES.find((known) => known === text);
  if (type === undefined)
    throw new BusinessError(40_909, `calculate_type: Must be one of: ${CALCULATE_TYPES.join(', ')}.`);
  return type;
}

const HEADERS = new Set(['maid', 'maid_md5', 'maid_sha256', 'phone_sha256', 'email_sha256']);
const MOST_OF_ONE_HEADER = 3;

/**
 * Reads a customer file line by line as it streams in. What its lines should be is only known afterwards, so
 * SHA-256 values, MD5 values and everything else are collected apart.
 */
export class CustomerFileReader implements FileWatcher {
  private rest = '';
  private firstLine: string | undefined;
  private readonly sha256 = new PeopleCollector();
  private readonly md5 = new PeopleCollector();
  private readonly plain = new PeopleCollector();
  private readonly rows = new PeopleCollector();

  write(bytes: Buffer): void {
    const lines = (this.rest + bytes.toString('latin1')).split('\n');
    this.rest = lines.pop() ?? '';
    for (const line of lines) this.take(line.trim());
  }

  /** The people in the file. @returns a complaint when it is not what its type says */
  finish(type: CalculateType): PeopleSketch | string {
    this.take(this.rest.trim());
    this.rest = '';
    if (type === 'MULTIPLE_TYPES') return this.headerComplaint() ?? this.rows.sketch();
    const people = type.endsWith('_SHA256') ? this.sha256 : type.endsWith('_MD5') ? this.md5 : this.plain;
    const sketch = people.sketch();
    return sketch.hashes.length === 0 ? `The file holds no ${type} identifier.` : sketch;
  }

  private take(line: string): void {
    if (line === '') return;
    if (this.firstLine === undefined) this.firstLine = line;
    // Of several identifiers in a row, the first one stands for the person.
    else this.rows.add((line.split(',').find((cell) => cell.trim() !== '') ?? line).toLowerCase());
    // Hex digits may be of either case, and are the same person in both.
    if (/^[0-9a-f]{64}$/i.test(line)) this.sha256.add(line.toLowerCase());
    else if (/^[0-9a-f]{32}$/i.test(line)) this.md5.add(line.toLowerCase());
    else this.plain.add(line);
  }

  private headerComplaint(): string | undefined {
    const names = (this.firstLine ?? '').split(',').map((name) => name.trim().toLowerCase());
    const unknown = names.find((name) => !HEADERS.has(name));
    if (unknown !== undefined) return `The header ${unknown} is not supported.`;
    const isTooOften = names.some(
      (name) => names.filter((other) => other === name).length > MOST_OF_ONE_HEADER,
    );
    return isTooOften ? `A header may appear ${MOST_OF_ONE_HEADER} times.` : undefined;
  }
}
