/** The longest wait that a browser's timer takes. It ends a longer one at once. */
const LONGEST_MS = 2 ** 31 - 1;

/**
 * Acts after a time of any length.
 * @returns cancels it
 */
export function afterMs(milliseconds: number, act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (left: number) => {
    const part = Math.min(left, LONGEST_MS);
    timer = setTimeout(() => (left > part ? wait(left - part) : act()), part);
  };
  wait(Math.max(milliseconds, 0));
  return () => clearTimeout(timer);
}
