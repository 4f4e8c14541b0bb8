/** @returns a new folder in memory, or undefined where temporary files stay where they are by default */
export function makeTestFolder(
  environment?: NodeJS.ProcessEnv,
  options?: { memory?: string; needsBytes?: number },
): string | undefined;
export function removeTestFolder(folder: string | undefined): void;
/** Deletes the folders of runs that were killed. */
export function removeLeftovers(memory: string): void;
