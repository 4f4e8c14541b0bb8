/** In UTF-16 units, which a JavaScript string's length counts. */
export const CAPTION_MAX = { video: 2200, photo: 4000 } as const;
export const PHOTO_TITLE_MAX = 90;
/** How many photos a post takes. */
export const PHOTOS_MAX = 35;
