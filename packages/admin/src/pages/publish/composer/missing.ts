import type { PostForm } from './form.js';

/** What the user must still fill in, as field and text. */
export function missingIn(form: PostForm, files: number) {
  return [
    files === 0 && (['media', 'fileMissing'] as const),
    form.title.trim() === '' && (['title', 'nameMissing'] as const),
    form.mode === 'direct' && form.privacyLevel === null && (['privacyLevel', 'privacyMissing'] as const),
    form.when === 'later' && form.publishAt === null && (['publishAt', 'timeMissing'] as const),
  ].filter((entry) => entry !== false);
}
