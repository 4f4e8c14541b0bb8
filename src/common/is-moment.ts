import { applyDecorators } from '@nestjs/common';
import { IsOptional, IsString, ValidateBy } from 'class-validator';
import { isMoment } from './moment.js';

/** Takes a day of UTC, or a time with its zone; the parameter may be absent. */
export function IsMoment(): PropertyDecorator {
  return applyDecorators(
    ValidateBy({
      name: 'isMoment',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isMoment(value),
        defaultMessage: () =>
          '$property must be an existing day as YYYY-MM-DD, or a time with its zone such as 2026-11-01T00:00:00Z',
      },
    }),
    IsString(),
    IsOptional(),
  );
}
