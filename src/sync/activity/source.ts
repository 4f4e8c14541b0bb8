/** Where figures come from. The two count at different times, so that their values are not mixed. */
export const SOURCES = ['display_api', 'business_api'] as const;
export type Source = (typeof SOURCES)[number];

/** The source of a row from before sources were stored, when there was one only. */
export const FIRST_SOURCE: Source = 'display_api';
