import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional } from 'class-validator';

const FLAGS: Record<string, boolean> = { true: true, false: false };

/** Takes `?name=true` or `?name=false`; the parameter may be absent. */
export function IsFlag(): PropertyDecorator {
  return applyDecorators(
    IsOptional(),
    Transform(({ value }: { value: unknown }) => FLAGS[String(value)] ?? value),
    IsBoolean(),
  );
}
