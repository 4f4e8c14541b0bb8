import type { FastifyInstance } from 'fastify';
import { control, ControlError } from '../control/control-input.js';
import type { World } from '../world.js';
import { isOdd, ODDITIES, type Oddity, oddListsProblem } from './oddities.js';

/** Selects how lists are odd, and lists the kinds. */
export function oddListControls(app: FastifyInstance, world: World): void {
  control(app, 'GET', '/odd-lists', () => view(world));
  control(app, 'POST', '/odd-lists', ({ body }) => {
    const chosen = namesIn(body['on']);
    const complaint = oddListsProblem(chosen);
    if (complaint) throw new ControlError(complaint);
    world.settings = { ...world.settings, oddLists: chosen };
    return view(world);
  });
}

function view({ settings: { oddLists } }: World): object {
  return {
    on: oddLists,
    oddities: Object.entries(ODDITIES).map(([name, what]) => ({
      name,
      what,
      on: isOdd(oddLists, name as Oddity),
    })),
  };
}

/** A list, or text from the page: `none`, `all`, or names separated by commas. */
function namesIn(value: unknown): string[] {
  if (Array.isArray(value) && value.every((name) => typeof name === 'string')) return value;
  if (typeof value !== 'string') throw new ControlError('on must be a list of names, or text');
  return value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'none');
}
