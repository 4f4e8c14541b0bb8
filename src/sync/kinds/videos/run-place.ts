/** Where a run of videos continues after it was killed or had to wait. */
export interface RunPlace {
  /**
   * - list: reads everything that TikTok lists, and stops between two pages
   * - listed: the list has been read as a whole, and its absent videos are gone
   * - discover: looks for new videos, from the newest page on
   * - refresh: reads due videos by their ids
   * - insights: the videos are stored, and what the Business API knows of them follows
   */
  phase: 'list' | 'listed' | 'discover' | 'refresh' | 'insights';
  /** TikTok's cursor of the page that the phase reads next; undefined for the newest page. */
  cursor?: string | undefined;
  /** The run reads everything that TikTok lists, instead of what is new and what is due. */
  all?: boolean | undefined;
  /** The listing goes on where an earlier run failed, and has not seen what that run stored. */
  continued?: boolean | undefined;
  /** TikTok has cut a list short. */
  cut?: boolean | undefined;
}

const FLAGS = ['all', 'continued', 'cut'] as const;
const PLACE = /^(list|listed|discover|refresh|insights)(?::(\d+))?((?:\+(?:all|continued|cut))*)$/;

/** The column of the run. A page of a listing is TikTok's cursor alone, as older versions wrote it. */
export function placeText({ phase, cursor, ...flags }: RunPlace): string | null {
  const isPlain = phase === 'list' && !flags.continued;
  if (isPlain) return cursor ?? null;
  const set = FLAGS.filter((flag) => flags[flag]).map((flag) => `+${flag}`);
  return `${phase}${cursor === undefined ? '' : `:${cursor}`}${set.join('')}`;
}

/** Returns the place of a run that has begun; undefined for one that starts. */
export function readPlace(text: string | null): RunPlace | undefined {
  const cursor = pageCursor(text);
  if (cursor !== undefined) return { phase: 'list', cursor, all: true };
  const [, phase, at, flags = ''] = PLACE.exec(text ?? '') ?? [];
  if (phase === undefined) return undefined;
  const place: RunPlace = { phase: phase as RunPlace['phase'], ...(at !== undefined && { cursor: at }) };
  for (const flag of FLAGS) if (flags.includes(`+${flag}`)) place[flag] = true;
  return phase === 'list' || phase === 'listed' ? { ...place, all: true } : place;
}

/** Returns TikTok's cursor if the text is nothing else. */
export function pageCursor(text: string | null): string | undefined {
  return text !== null && /^\d+$/.test(text) ? text : undefined;
}
