import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { InvalidInputError, type FieldComplaint } from './errors.js';

/** The one pipe: types and limits from the DTO's decorators, unknown fields refused by name. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: false,
    exceptionFactory: (errors) => {
      const fields = errors.flatMap((error) => complaintsOf(error));
      return new InvalidInputError(fields.map((f) => `${f.field}: ${f.complaint}`).join('; '), fields);
    },
  });
}

function complaintsOf(error: ValidationError, parent = ''): FieldComplaint[] {
  const field = parent ? `${parent}.${error.property}` : error.property;
  const own = Object.entries(error.constraints ?? {}).map(([rule, text]) => ({
    field,
    complaint:
      rule === 'whitelistValidation' ? 'is not a field of this call' : withoutName(text, error.property),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => complaintsOf(child, field))];
}

/** class-validator starts each sentence with the property's name, which we already show. */
function withoutName(text: string, property: string): string {
  return text.startsWith(`${property} `) ? text.slice(property.length + 1) : text;
}
