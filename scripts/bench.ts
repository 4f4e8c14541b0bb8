// `npm run bench -- <name> [--json]`: runs bench/<name>.bench.ts and prints its figures as it gives them.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Figure } from '../bench/figure.js';

const FOLDER = fileURLToPath(new URL('../bench', import.meta.url));
const SUFFIX = '.bench.js';

interface Bench {
  run(): AsyncIterable<Figure>;
}

function names(): string[] {
  const files = existsSync(FOLDER) ? readdirSync(FOLDER) : [];
  return files.filter((file) => file.endsWith(SUFFIX)).map((file) => file.slice(0, -SUFFIX.length));
}

function asLine({ name, value, unit, reference, ratio }: Figure): string {
  const besides = reference === null ? '' : `   reference ${pretty(reference)} ${unit}`;
  const share = ratio === null ? '' : `   ratio ${ratio.toFixed(2)}`;
  return `${name.padEnd(36)} ${pretty(value).padStart(12)} ${unit}${besides}${share}`;
}

function pretty(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 2 });
}

/** The keys in the order that readers of the lines know. */
function asJson({ name, value, unit, reference, ratio }: Figure): string {
  return JSON.stringify({ name, value, unit, reference, ratio });
}

async function main(args: readonly string[]): Promise<number> {
  const name = args.find((arg) => !arg.startsWith('--'));
  if (name === undefined || !names().includes(name)) {
    process.stderr.write(`usage: npm run bench -- <name> [--json]; names: ${names().join(', ') || 'none'}\n`);
    return 2;
  }
  const file = pathToFileURL(path.join(FOLDER, `${name}${SUFFIX}`)).href;
  const bench = (await import(file)) as Bench;
  const show = args.includes('--json') ? asJson : asLine;
  for await (const figure of bench.run()) process.stdout.write(`${show(figure)}\n`);
  return 0;
}

process.exit(await main(process.argv.slice(2)));
