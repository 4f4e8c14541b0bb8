import { ApiError, type ValidationAnswer } from 'tiktok-connector-client';

type Problem = ValidationAnswer['problems'][number];

/** Fields that have an input of their own on the screen; problems of others are listed above the button. */
const SHOWN = ['title', 'caption', 'photoTitle', 'privacyLevel', 'publishAt', 'timeZone'];
/** What a user who has not finished need not read yet. */
const UNFINISHED = new Set<Problem['rule']>([
  'privacy_level_missing',
  'disclosure_incomplete',
  'photo_count_out_of_range',
]);

export interface FieldErrors {
  /** By field. Those of files are under `media`. */
  of: Record<string, string>;
  /** What belongs to no input. */
  others: string[];
}

/** Sorts what stands against a post to the fields of the screen. */
export function fieldErrors(problems: Problem[], error: Error | undefined, wasTried: boolean): FieldErrors {
  const found: [field: string, message: string][] = problems
    .filter(({ rule }) => wasTried || !UNFINISHED.has(rule))
    .map(({ field, message, fix }) => [field, `${message} ${fix}`]);
  const refused = error instanceof ApiError ? Object.entries(error.fields) : [];
  const errors: FieldErrors = { of: {}, others: [] };
  for (const [field, message] of [...refused, ...found]) {
    const place = placeOf(field);
    if (place === undefined) errors.others.push(message);
    else errors.of[place] ??= message;
  }
  if (error && refused.length === 0) errors.others.push(error.message);
  errors.others = [...new Set(errors.others)];
  return errors;
}

function placeOf(field: string): string | undefined {
  if (field.startsWith('media') || field === 'photoCount') return 'media';
  return SHOWN.find((one) => one === field);
}
