import { ApiExtension } from '@nestjs/swagger';

/** The OpenAPI extension that `http/openapi` turns into examples of the request and the responses. */
export const EXAMPLES_OPERATION = 'x-examples';

/** A value as JSON carries it: moments are text. */
export type Wire<Value> = Value extends Date
  ? string
  : Value extends readonly (infer Item)[]
    ? Wire<Item>[]
    : Value extends object
      ? { [Key in keyof Value]: Wire<Value[Key]> }
      : Value;

/** A call as a caller sends it, and the answer as the service gives it. */
export interface CallExample<Request = unknown, Answer = unknown> {
  summary: string;
  /** Absent if the call has no body. */
  request?: Wire<Request>;
  status: number;
  answer: Wire<Answer>;
}

/**
 * Adds examples to the OpenAPI document. The unit spec `scripts/openapi/examples.spec.ts` validates them against the schemas.
 * @param examples by a name that is unique within the call
 */
export const ApiExamples = (examples: Record<string, CallExample>): MethodDecorator =>
  ApiExtension(EXAMPLES_OPERATION, examples);
