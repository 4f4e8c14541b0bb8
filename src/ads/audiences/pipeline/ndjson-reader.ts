import { columnKind, type ColumnKind } from './column-names.js';
import type { ColumnChoice } from './file-layout.js';
import { LineReader, type RowSink } from './line-reader.js';

/** Reads one JSON object per line. Cells come in the order of `kinds`; what an object lacks is an empty cell. */
export class NdjsonReader extends LineReader {
  private readonly slots = new Map<string, number>();
  private readonly cells: string[];
  private readonly choices: ReadonlyMap<string, ColumnKind>;

  constructor(
    sink: RowSink,
    private readonly kinds: readonly ColumnKind[],
    choices: readonly ColumnChoice[],
  ) {
    super(sink);
    this.cells = kinds.map(() => '');
    this.choices = new Map(choices.map(({ kind, column }) => [column, kind]));
  }

  protected override chunk(): void {}

  protected override line(text: string, start: number, end: number): void {
    const object = parseObject(text.slice(start, end));
    if (object === undefined) return;
    if (object === null) return this.sink.broken(this.next);
    this.cells.fill('');
    for (const key in object) {
      const slot = this.slotOf(key);
      if (slot >= 0 && this.cells[slot] === '') this.cells[slot] = asText(object[key]);
    }
    this.sink.row(this.cells, this.next);
  }

  private slotOf(key: string): number {
    const known = this.slots.get(key);
    if (known !== undefined) return known;
    const kind = this.choices.size > 0 ? this.choices.get(key) : columnKind(key);
    const slot = kind === undefined ? -1 : this.kinds.indexOf(kind);
    // Objects may have any number of keys; only those that matter are remembered, and a few that do not.
    if (slot >= 0 || this.slots.size < 100) this.slots.set(key, slot);
    return slot;
  }
}

/** @returns undefined for a blank line, null for anything but an object */
function parseObject(line: string): Record<string, unknown> | null | undefined {
  if (line.trim() === '') return undefined;
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  return Number.isSafeInteger(value) ? String(value) : '';
}
