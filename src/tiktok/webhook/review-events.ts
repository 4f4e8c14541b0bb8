/** The end of a review of an ad or an ad group, as a webhook reports it. The object's own state counts. */
export interface ReviewEvent {
  advertiserId: string;
  /** Ids of the ad and of its ad group, as far as they are named. */
  objectIds: string[];
}

/** `object` of the payload: the review of an ad group, and of an ad. Business reference §9.1. */
const REVIEWS = new Set(['2', '3']);
const MOST_ENTRIES = 100;

/** @param body of an ads webhook. @returns no events for any other one */
export function reviewEvents(body: Readonly<Record<string, unknown>>): ReviewEvent[] {
  if (!REVIEWS.has(idOf(body.object) ?? '')) return [];
  const entries: unknown[] = Array.isArray(body.entry) ? body.entry : [];
  return entries.slice(0, MOST_ENTRIES).flatMap((entry) => {
    const { adv_id, ad_id, adgroup_id } = objectOf(entry) ?? {};
    const advertiserId = idOf(adv_id);
    const objectIds = [idOf(ad_id), idOf(adgroup_id)].flatMap((id) => id ?? []);
    return advertiserId === undefined || objectIds.length === 0 ? [] : [{ advertiserId, objectIds }];
  });
}

function objectOf(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}

/** Some ids are numbers. */
function idOf(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && /^\d{1,32}$/.test(text) ? text : undefined;
}
