/** Every way in which lists and profiles may be odd on purpose, with what happens then. */
export const ODDITIES = {
  counters_missing: 'some counters of videos and comments are left out',
  counters_null: 'some counters are null',
  counters_text: 'some counters are text',
  cursor_text: 'the cursor is text',
  cursor_absent: 'there is no cursor although there is more',
  cursor_minus_one: 'the cursor is -1 although there is more',
  has_more_missing: 'has_more is left out',
  short_pages: 'pages hold fewer than were asked for, and more comes',
  empty_pages: 'pages without anything lie between others',
  duplicate_videos: 'a page begins with the last item of the page before',
  video_without_id: 'some videos have no id',
  video_without_time: 'some videos have no create_time',
  falling_counts: 'counters are lower each time a list is read from its start',
  videos_deleted: 'some videos are gone once a list has been read',
  videos_hidden: 'some videos are left out of lists once one has been read; asked for by id they are there',
  videos_reappear: 'some videos are gone every second time, and back the next',
  profile_fields_missing: 'some fields of a profile are left out',
  comments_without_fields: 'comments lack some of their fields',
  page_total_wrong: 'page_info of Business lists says another total',
} as const;

export type Oddity = keyof typeof ODDITIES;

const ALL = 'all';

/** The names that the setting `oddLists` may hold. */
export const ODDITY_NAMES: readonly string[] = [...Object.keys(ODDITIES), ALL];

export function isOdd(chosen: readonly string[], oddity: Oddity): boolean {
  return chosen.includes(oddity) || chosen.includes(ALL);
}

/** @returns what is wrong with a choice, or undefined */
export function oddListsComplaint(chosen: readonly string[]): string | undefined {
  const unknown = chosen.find((name) => !ODDITY_NAMES.includes(name));
  return unknown === undefined
    ? undefined
    : `oddLists: ${unknown} is not known; known: ${ODDITY_NAMES.join(', ')}`;
}
