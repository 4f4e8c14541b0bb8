import { isObject, type JsonObject } from '../../open-api/api-call.js';
import { invalidParam, missing } from './business-error.js';
import { parseTime } from './time-text.js';

/** Bounds of a list, a text's length or a number. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/**
 * The parameters of one call. In a query or a multipart form all values are text, and lists and objects are
 * JSON text; in a JSON body they have their own types, and an id that is a number is refused as by TikTok.
 * Every method throws 40002 for a value of the wrong kind.
 */
export class Params {
  constructor(
    readonly values: JsonObject,
    private readonly isText: boolean,
  ) {}

  static ofQuery(query: URLSearchParams): Params {
    return new Params(Object.fromEntries(query), true);
  }

  has(key: string): boolean {
    const value = this.values[key];
    return value !== undefined && value !== null && !(this.isText && value === '');
  }

  text(key: string, { min = 0, max }: Bounds = {}): string | undefined {
    if (!this.has(key)) return undefined;
    const value = this.values[key];
    if (typeof value !== 'string') throw invalidParam(`${key}: Not a valid string.`);
    if (value.length < min || (max !== undefined && value.length > max))
      throw invalidParam(`${key}: Length must be between ${min} and ${max ?? 'unlimited'}.`);
    return value;
  }

  requireText(key: string, bounds?: Bounds): string {
    const value = this.text(key, bounds);
    if (value === undefined || value === '') throw missing(key);
    return value;
  }

  number(key: string, { min = -Infinity, max = Infinity }: Bounds = {}): number | undefined {
    if (!this.has(key)) return undefined;
    const raw = this.values[key];
    const value = this.isText && typeof raw === 'string' ? Number(raw) : raw;
    if (typeof value !== 'number' || !Number.isFinite(value))
      throw invalidParam(`${key}: Not a valid number.`);
    if (value < min || value > max)
      throw invalidParam(`${key}: Must be greater than or equal to ${min} and less than or equal to ${max}.`);
    return value;
  }

  /** A moment, as ms. */
  time(key: string): number | undefined {
    const text = this.text(key);
    if (text === undefined) return undefined;
    const ms = parseTime(text);
    if (ms === undefined) throw invalidParam(`${key}: Not a valid time, use YYYY-MM-DD HH:MM:SS.`);
    return ms;
  }

  whole(key: string, bounds?: Bounds): number | undefined {
    const value = this.number(key, bounds);
    if (value !== undefined && !Number.isSafeInteger(value))
      throw invalidParam(`${key}: Not a valid integer.`);
    return value;
  }

  flag(key: string): boolean | undefined {
    if (!this.has(key)) return undefined;
    const raw = this.values[key];
    const value = this.isText && typeof raw === 'string' ? { true: true, false: false }[raw] : raw;
    if (typeof value !== 'boolean') throw invalidParam(`${key}: Not a valid boolean.`);
    return value;
  }

  oneOf<T extends string>(key: string, known: readonly T[]): T | undefined {
    const value = this.text(key);
    if (value === undefined) return undefined;
    const match = known.find((candidate) => candidate === value);
    if (match === undefined) throw invalidParam(`${key}: Must be one of: ${known.join(', ')}.`);
    return match;
  }

  requireOneOf<T extends string>(key: string, known: readonly T[]): T {
    const value = this.oneOf(key, known);
    if (value === undefined) throw missing(key);
    return value;
  }

  list(key: string, { min = 0, max }: Bounds = {}): unknown[] | undefined {
    if (!this.has(key)) return undefined;
    const value = this.structured(key);
    if (!Array.isArray(value)) throw invalidParam(`${key}: Not a valid list.`);
    if (value.length < min || (max !== undefined && value.length > max))
      throw invalidParam(`${key}: Length must be between ${min} and ${max ?? 'unlimited'}.`);
    return value;
  }

  texts(key: string, bounds?: Bounds): string[] | undefined {
    const value = this.list(key, bounds);
    if (value?.some((item) => typeof item !== 'string'))
      throw invalidParam(`${key}: Not a valid list of strings.`);
    return value as string[] | undefined;
  }

  requireTexts(key: string, bounds: Bounds = {}): string[] {
    const value = this.texts(key, { min: 1, ...bounds });
    if (value === undefined) throw missing(key);
    return value;
  }

  /** A sub-object as parameters of its own; undefined when it is absent. */
  object(key: string): Params | undefined {
    if (!this.has(key)) return undefined;
    const value = this.structured(key);
    if (!isObject(value)) throw invalidParam(`${key}: Not a valid object.`);
    return new Params(value, false);
  }

  /** A list of objects. */
  objects(key: string, bounds?: Bounds): Params[] | undefined {
    return this.list(key, bounds)?.map((item, index) => {
      if (!isObject(item)) throw invalidParam(`${key}.${index}: Not a valid object.`);
      return new Params(item, false);
    });
  }

  requireObjects(key: string, bounds: Bounds = {}): Params[] {
    const value = this.objects(key, { min: 1, ...bounds });
    if (value === undefined) throw missing(key);
    return value;
  }

  private structured(key: string): unknown {
    const value = this.values[key];
    if (!this.isText || typeof value !== 'string') return value;
    try {
      return JSON.parse(value);
    } catch {
      throw invalidParam(`${key}: Not valid JSON.`);
    }
  }
}
