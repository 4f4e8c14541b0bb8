/** The errno name of a Node system error (`EACCES`), or undefined when it is something else. */
export function errnoOf(error: unknown): string | undefined {
  // No instanceof: under Jest, Node's own errors are made by another realm's Error.
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

export async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
