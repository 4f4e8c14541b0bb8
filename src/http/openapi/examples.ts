import type { OpenAPIObject } from '@nestjs/swagger';
import { EXAMPLES_OPERATION, type CallExample } from '../../common/index.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']> & {
  [EXAMPLES_OPERATION]?: Record<string, CallExample>;
};
type Body = { content?: Record<string, { examples?: object }> };

const JSON_TYPE = 'application/json';

/** Moves the examples of `@ApiExamples()` to the request body and to the response of their status. */
export function describeExamples(operation: Operation): void {
  for (const [name, { summary, request, status, answer }] of Object.entries(
    operation[EXAMPLES_OPERATION] ?? {},
  )) {
    if (request !== undefined) addExample(operation.requestBody as Body, name, { summary, value: request });
    addExample(operation.responses[status] as Body, name, { summary, value: answer });
  }
  delete operation[EXAMPLES_OPERATION];
}

/** @throws Error if the call has no such body, which the examples would hide */
function addExample(body: Body | undefined, name: string, example: object): void {
  const media = body?.content?.[JSON_TYPE];
  if (!media) throw new Error(`The example "${name}" has no body in the document.`);
  media.examples = { ...media.examples, [name]: example };
}
