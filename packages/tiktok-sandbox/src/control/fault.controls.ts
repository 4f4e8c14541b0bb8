import type { FastifyInstance } from 'fastify';
import { FAULT_KINDS, type FaultKind, type FaultRule } from '../faults/fault-rule.js';
import { isObject } from '../open-api/api-call.js';
import type { World } from '../world.js';
import { control, ControlError, type ControlInput, numberIn, textIn } from './control-input.js';

/** Controls for faults. `POST` takes one rule, or `{rules: […]}`. */
export function faultControls(app: FastifyInstance, world: World): void {
  control(app, 'GET', '/faults', () => ({ faults: world.faults.all() }));
  control(app, 'POST', '/faults', ({ body }) => {
    const given = Array.isArray(body['rules']) ? body['rules'] : [body];
    const rules = given.map((rule) => ruleFrom(isObject(rule) ? rule : {}));
    return { faults: rules.map((rule) => world.faults.add(rule)) };
  });
  control(app, 'DELETE', '/faults', () => ({ deleted: world.faults.clear() }));
  control(app, 'DELETE', '/faults/:id', ({ params }) => ({ deleted: world.faults.clear(params['id']) }));
}

function ruleFrom(body: ControlInput['body']): FaultRule {
  const { status, code, ms, bytes, times, after, probability } = body;
  for (const [name, value] of Object.entries({ status, ms, bytes, times, after, probability }))
    if (value !== undefined) numberIn({ [name]: value }, name);
  if (typeof probability === 'number' && probability > 1)
    throw new ControlError('probability must be between 0 and 1');
  if (typeof status === 'number' && !(Number.isInteger(status) && status >= 200 && status < 600))
    throw new ControlError('status must be an HTTP status from 200 to 599');
  if (code !== undefined && typeof code !== 'string' && typeof code !== 'number')
    throw new ControlError('code must be a string or a number');
  return {
    match: matchIn(body['match']),
    kind: kindIn(body['kind']),
    message: textIn(body, 'message'),
    code,
    ...({ status, ms, bytes, times, after, probability } as Partial<FaultRule>),
  };
}

/** `"POST /v2/…"`, `"/v2/*"`, or `{method?, path}`. */
function matchIn(value: unknown): string {
  if (typeof value === 'string' && value.includes('/')) return value;
  if (typeof value === 'object' && value !== null && 'path' in value && typeof value.path === 'string') {
    const method = 'method' in value && typeof value.method === 'string' ? value.method : '*';
    return `${method} ${value.path}`;
  }
  throw new ControlError('match must be "METHOD /path" or {method, path}');
}

function kindIn(value: unknown): FaultKind {
  const kind = FAULT_KINDS.find((known) => known === value);
  if (!kind) throw new ControlError(`kind must be one of ${FAULT_KINDS.join(', ')}`);
  return kind;
}
