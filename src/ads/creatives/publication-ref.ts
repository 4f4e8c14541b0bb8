/** A file of a publication, which a creative was made from. */
export interface PublicationRef {
  publicationId: string;
  /** From 0. */
  position: number;
}

/** Writes it as creatives store it: the id alone for the first file. */
export function textOf({ publicationId, position }: PublicationRef): string {
  return position === 0 ? publicationId : `${publicationId}/${position}`;
}

export function publicationRef(text: string): PublicationRef {
  const [publicationId = '', position = '0'] = text.split('/');
  return { publicationId, position: Number(position) };
}
