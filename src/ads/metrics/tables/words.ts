/** Splits a list of names that is written as text. */
export function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
