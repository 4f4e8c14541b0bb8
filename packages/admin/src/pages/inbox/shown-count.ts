/** From this number on, users see no exact one. */
const MOST = 99;

/** Writes a count in little room. One that is not exact is the least. */
export function shownCount(count: number, isExact: boolean): string {
  if (count > MOST) return `${MOST}+`;
  return isExact ? String(count) : `${count}+`;
}
