import { addPlacement, type AdPlacements } from './ad-placement.js';
import {
  addListed,
  addState,
  isAdOnly,
  laterOf,
  withoutPersonal,
  type ListedState,
  type MessageFacts,
} from './message-facts.js';
import { addText } from './seen-texts.js';

/** Joins what two inboxes have heard of the same comment, as if one had heard it all. */
export function mergeFacts(one: MessageFacts, other: MessageFacts): MessageFacts {
  const created = earlier(one.created, other.created);
  const inserted = earlier(one.inserted, other.inserted);
  const erased = new Set([one.erased, other.erased]);
  const list = listedOf(one.list, other.list);
  const ads = placesOf(one.ads, other.ads);
  const isOrganic = !isAdOnly(one) || !isAdOnly(other);
  return withoutPersonal({
    seen: Math.min(one.seen, other.seen),
    ...(created !== undefined && { created }),
    ...(inserted !== undefined && { inserted }),
    ...((one.own || other.own) && { own: true }),
    ...(erased.has('person') && { erased: 'person' }),
    ...(erased.has('everything') && { erased: 'everything' }),
    states: other.states.reduce(addState, one.states),
    ...(list && { list }),
    texts: other.texts.reduce(
      (texts, { text, from, to }) => addText(addText(texts, text, from), text, to),
      one.texts,
    ),
    latest: laterOf(one.latest, other.latest),
    ...(ads && { ads }),
    ...(ads && isOrganic && { organic: true }),
  });
}

function earlier(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);
}

function listedOf(one: ListedState | undefined, other: ListedState | undefined): ListedState | undefined {
  if (!other) return one;
  return addListed(addListed(one, other.listed, other.since), other.listed, other.at);
}

function placesOf(one: AdPlacements | undefined, other: AdPlacements | undefined): AdPlacements | undefined {
  return Object.values(other ?? {}).reduce<AdPlacements | undefined>(
    (places, { value, at }) => addPlacement(places, value, at),
    one,
  );
}
