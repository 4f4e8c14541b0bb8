import { ValidateBy } from 'class-validator';

/**
 * At most so many UTF-16 units, as TikTok counts and a JavaScript string's length does. class-validator's MaxLength takes
 * an emoji for one, and would let captions pass that are refused when the post is to go.
 */
export function MaxUnits(max: number): PropertyDecorator {
  return ValidateBy({
    name: 'maxUnits',
    constraints: [max],
    validator: {
      validate: (value: unknown) => typeof value === 'string' && value.length <= max,
      defaultMessage: () =>
        `$property must have at most ${max} characters, of which most emoji are two (UTF-16 units)`,
    },
  });
}
