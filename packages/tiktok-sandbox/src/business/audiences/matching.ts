import type { World } from '../../world.js';
import type { Audience, PeopleSketch } from './audience.js';
import { countMatched } from './people-sketch.js';

/** Matched people of a lookalike by its size; TikTok publishes only the words. */
export const LOOKALIKE_PEOPLE = { NARROW: 400_000, BALANCED: 1_500_000, BROAD: 4_000_000 } as const;

/**
 * Starts matching people; until it ends the audience is what it was before. An update that leaves too few
 * matched people fails then, as the documentation says, and changes nothing.
 */
export function startMatching(
  world: World,
  audience: Audience,
  people: PeopleSketch,
  isUpdate: boolean,
): void {
  const endsAt = world.clock.now() + world.settings.business.audienceMatchMs;
  audience.matchEndsAt = endsAt;
  audience.pending = { people, isUpdate };
  awaitMatching(world, audience, endsAt);
}

/** Waits for the end of a matching that is under way, also after a restart. */
export function awaitMatching(world: World, audience: Audience, endsAt: number): void {
  world.clock.after(Math.max(0, endsAt - world.clock.now()), () => {
    // A later change has taken its place.
    if (audience.matchEndsAt === endsAt) finish(world, audience);
  });
}

function finish(world: World, audience: Audience): void {
  if (audience.lookalike !== null) {
    audience.coverNumber = LOOKALIKE_PEOPLE[audience.lookalike.audience_size];
    audience.isValid = true;
  }
  const { pending } = audience;
  audience.matchEndsAt = null;
  audience.pending = null;
  if (!pending) return;
  const { audienceMatchRate, audienceMinimum } = world.settings.business;
  const matched = countMatched(pending.people, audienceMatchRate);
  const last = audience.history.at(-1);
  if (pending.isUpdate && matched < audienceMinimum) {
    audience.errorMessage = `The audience would have fewer than ${audienceMinimum} matched people.`;
    if (last) last.message = audience.errorMessage;
    return;
  }
  audience.people = pending.people;
  audience.coverNumber = matched;
  audience.isValid = matched >= audienceMinimum;
  audience.errorMessage = audience.isValid ? '' : `Fewer than ${audienceMinimum} people were matched.`;
  if (last) last.message = audience.errorMessage;
}
