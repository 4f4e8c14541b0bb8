import type { FastifyInstance } from 'fastify';
import { control, ControlError } from '../control/control-input.js';
import type { World } from '../world.js';
import { isOdd, ODDITIES, type Oddity, oddListsComplaint } from './oddities.js';

/** Chooses how lists are odd, and tells what there is to choose from. */
export function oddListControls(app: FastifyInstance, world: World): void {
  control(app, 'GET', '/odd-lists', () => view(world));
  control(app, 'POST', '/odd-lists', ({ body }) => {
    const chosen = namesIn(body['on']);
    const complaint = oddListsComplaint(chosen);
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

/** A list, or text as the page sends it: `none`, `all`, or names with commas between them. */
function namesIn(value: unknown): string[] {
  if (Array.isArray(value) && value.every((name) => typeof name === 'string')) return value;
  if (typeof value !== 'string') throw new ControlError('on must be a list of names, or text');
  return value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'none');
}
