/** True if TikTok may have made one text of the other: it trims and joins blanks, and composes letters. */
export function isSameText(one: string, other: string): boolean {
  return canonical(one) === canonical(other);
}

function canonical(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
}
