/** A text of a message, and the times between which TikTok has shown it. */
export interface SeenText {
  text: string;
  from: number;
  to: number;
}

/** Adds a text. Sources differ in white space and in the form of characters, which is no edit. */
export function addText(texts: readonly SeenText[], text: string, at: number): SeenText[] {
  const same = texts.find((one) => normalised(one.text) === normalised(text));
  const rest = texts.filter((one) => one !== same);
  const seen: SeenText = {
    text: same && same.text > text ? same.text : text,
    from: Math.min(same?.from ?? at, at),
    to: Math.max(same?.to ?? at, at),
  };
  return [...rest, seen].toSorted(byBeginning);
}

/** The text that TikTok has shown last. */
export function currentText(texts: readonly SeenText[]): string | null {
  return texts.toSorted((one, other) => other.to - one.to || byBeginning(other, one))[0]?.text ?? null;
}

function byBeginning(one: SeenText, other: SeenText): number {
  return one.from - other.from || (one.text < other.text ? -1 : 1);
}

function normalised(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
}
