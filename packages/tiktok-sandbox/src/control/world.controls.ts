import type { FastifyInstance } from 'fastify';
import { seedWorld } from '../world-seed.js';
import type { World } from '../world.js';
import { control, ControlError, numberIn } from './control-input.js';
import { changedSettings } from './settings-input.js';
import { countersView, stateView } from './state-view.js';

const DEFAULT_REQUESTS = 100;
const DEFAULT_ACCOUNTS = 1000;

/** Controls for the sandbox as a whole: state, clock, settings, reset. */
export function worldControls(app: FastifyInstance, world: World): void {
  control(app, 'GET', '/state', ({ query }) =>
    stateView(world, Number(query.get('accounts')) || DEFAULT_ACCOUNTS),
  );
  control(app, 'GET', '/counters', () => countersView(world));
  control(app, 'GET', '/rates', () => ({ endpoints: world.journal.ratesByEndpoint() }));
  control(app, 'GET', '/requests', ({ query }) => {
    const limit = Number(query.get('limit')) || DEFAULT_REQUESTS;
    return { requests: world.journal.latest(limit, Number(query.get('after')) || 0) };
  });
  control(app, 'POST', '/clock', ({ body }) => {
    const seconds = numberIn(body, 'advanceSeconds');
    if (seconds === undefined) throw new ControlError('advanceSeconds is missing');
    world.clock.advance(seconds);
    return { now: new Date(world.clock.now()).toISOString() };
  });
  control(app, 'POST', '/reset', ({ body }) => {
    world.reset(numberIn(body, 'seed'));
    seedWorld(world);
    return { seed: world.settings.seed };
  });
  control(app, 'GET', '/settings', () => world.settings);
  control(app, 'POST', '/settings', ({ body }) => {
    world.settings = changedSettings(world.settings, body);
    return world.settings;
  });
}
