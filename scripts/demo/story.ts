import { setTimeout as sleep } from 'node:timers/promises';
import { styleText } from 'node:util';

let chapter = 0;

/** Of a terminal only: in a file the codes would be letters. */
function styled(style: Parameters<typeof styleText>[0], text: string): string {
  return process.stdout.isTTY ? styleText(style, text) : text;
}

/** Begins a step of the story. */
export function step(title: string, explanation: string): void {
  chapter += 1;
  console.log(`\n${styled(['bold', 'cyan'], `${chapter}. ${title}`)}\n   ${styled('dim', explanation)}`);
}

/** One thing that the step shows. */
export function show(name: string, value: string | number): void {
  console.log(`   ${name.padEnd(15)} ${value}`);
}

/** Rows of figures, the numbers to the right. */
export function table(rows: (string | number)[][]): void {
  const width = (column: number) => Math.max(...rows.map((row) => String(row[column] ?? '').length));
  for (const [index, row] of rows.entries()) {
    const cells = row.map((cell, column) =>
      typeof cell === 'number' ? String(cell).padStart(width(column)) : cell.padEnd(width(column)),
    );
    const line = `   ${cells.join('  ')}`;
    console.log(index === 0 ? styled('dim', line) : line);
  }
}

/** Reads again and again until it is as wanted. @throws Error when that takes too long */
export async function until<T>(
  what: string,
  read: () => Promise<T>,
  done: (value: T) => boolean,
): Promise<T> {
  const end = Date.now() + 120_000;
  for (;;) {
    const value = await read();
    if (done(value)) return value;
    if (Date.now() > end) throw new Error(`gave up waiting for ${what}`);
    await sleep(300);
  }
}
