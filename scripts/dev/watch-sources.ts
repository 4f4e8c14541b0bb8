import { watch } from 'node:fs';

// Editors write a file in several steps.
const SETTLED_AFTER_MS = 60;

/** Calls back once after each change of a source file under the folder, with the name of the last one. */
export function watchSources(folder: string, onChange: (file: string) => void): void {
  let settling: NodeJS.Timeout | undefined;
  watch(folder, { recursive: true }, (_event, file) => {
    if (file === null || !isSource(file)) return;
    clearTimeout(settling);
    settling = setTimeout(() => onChange(file), SETTLED_AFTER_MS);
  });
}

/** True for files that the running service loads. */
export function isSource(file: string): boolean {
  return /\.(ts|json|lua|html|sql)$/.test(file) && !file.endsWith('.spec.ts');
}
