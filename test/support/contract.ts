import { Ajv, type ValidateFunction } from 'ajv';
import { default as addFormats } from 'ajv-formats';

interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: unknown;
}

interface Operation {
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

export interface OpenApiDocument {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

/** The document does not describe itself. */
const DOCUMENTATION = /^\/api\/(docs|openapi\.json)/;

/** An answer as it came over the wire. */
export interface Answered {
  method: string;
  /** Without query. */
  path: string;
  status: number;
  contentType: string;
  text: string;
}

/** Checks answers against the OpenAPI document that the service itself serves. */
export class Contract {
  private readonly ajv = new Ajv({ strict: false, allErrors: true });
  private readonly validators = new Map<string, ValidateFunction>();

  constructor(private readonly document: OpenApiDocument) {
    // The document is also complete: a field that it does not name is a mistake of the document or of the answer.
    for (const schema of Object.values(document.components.schemas)) closeObject(schema);
    (addFormats as unknown as (ajv: Ajv) => void)(this.ajv);
    this.ajv.addSchema(document, 'openapi');
  }

  /** @throws Error saying what in the answer is not as documented */
  check(answer: Answered): void {
    const found = this.operation(answer.method, answer.path);
    if (!found) {
      // Guards come before routes, so a call that does not exist may also be refused for its caller.
      if (answer.status >= 400 || DOCUMENTATION.test(answer.path)) return;
      throw new Error(`${described(answer)}: the document does not have this call`);
    }
    const { operation, pointer } = found;
    const own = String(answer.status);
    const status = own in operation.responses ? own : `${own[0]}XX`;
    const response = operation.responses[status];
    if (!response) throw new Error(`${described(answer)}: the document does not have this status`);
    const mediaTypes = Object.keys(response.content ?? {});
    if (mediaTypes.length === 0) {
      if (answer.text !== '') throw new Error(`${described(answer)}: the document gives this status no body`);
      return;
    }
    const mediaType = mediaTypes.find((type) => answer.contentType.startsWith(type));
    if (!mediaType)
      throw new Error(`${described(answer)}: ${answer.contentType} is not ${mediaTypes.join()}`);
    this.validate(
      [...pointer, 'responses', status, 'content', mediaType, 'schema'],
      response.content?.[mediaType]?.schema ?? {},
      answer,
    );
  }

  /** Checks a body that the service has sent. @throws Error saying what is not as the schema says */
  checkBody(schema: string, text: string): void {
    const validator = this.validatorOf(['components', 'schemas', schema]);
    if (!validator(JSON.parse(text)))
      throw new Error(`${schema}: ${this.ajv.errorsText(validator.errors)}, in ${text.slice(0, 500)}`);
  }

  private operation(method: string, path: string): { operation: Operation; pointer: string[] } | undefined {
    for (const [template, operations] of Object.entries(this.document.paths)) {
      const pattern = template.replaceAll(/\{[^}]+\}/g, '[^/]+');
      const operation = operations[method.toLowerCase()];
      // The router takes every path with a final slash, too.
      if (operation && new RegExp(`^${pattern}/?$`).test(path))
        return { operation, pointer: ['paths', template, method.toLowerCase()] };
    }
    return undefined;
  }

  private validate(pointer: string[], schema: Schema, answer: Answered): void {
    closeObject(schema);
    const validator = this.validatorOf(pointer);
    if (validator(JSON.parse(answer.text))) return;
    throw new Error(
      `${described(answer)}: ${this.ajv.errorsText(validator.errors)}, in ${answer.text.slice(0, 500)}`,
    );
  }

  private validatorOf(pointer: string[]): ValidateFunction {
    const parts = pointer.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')));
    const ref = `openapi#/${parts.join('/')}`;
    const validator = this.validators.get(ref) ?? this.ajv.compile({ $ref: ref });
    this.validators.set(ref, validator);
    return validator;
  }
}

function closeObject(schema: Schema): void {
  if (schema.type === 'object' && schema.properties) schema.additionalProperties ??= false;
}

function described({ method, path, status }: Answered): string {
  return `${method} ${path} answered ${status} against its contract`;
}
