import type { PublicationView } from 'tiktok-connector-client';

/** The bounds of the user's day, for the API. The end is not included. */
export function today(now: Date): { from: string; to: string } {
  const from = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  // Not 24 hours later: two days a year have 23 or 25.
  const to = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  return { from: from.toISOString(), to: to.toISOString() };
}

/** When a post goes out, or went out. */
export function timeOf({
  goesAt,
  publishAt,
  createdAt,
}: Pick<PublicationView, 'goesAt' | 'publishAt' | 'createdAt'>): string {
  return goesAt ?? publishAt ?? createdAt;
}
