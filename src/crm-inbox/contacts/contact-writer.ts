import type { EntityManager } from 'typeorm';
import { newId, organisationHash } from '../../common/index.js';
import { queryRows } from '../../database/index.js';

/** What a message shows of the person who wrote it. */
export interface SeenPerson {
  key: string;
  name: string | null;
  username: string | null;
  picture: string | null;
  /** When TikTok showed the name; null if it has not. */
  profileAt: Date | null;
  sentAt: Date;
}

// Rows are locked in one order, because other accounts of the organisation may see the same persons.
const UPSERT = `
  INSERT INTO crm_contacts AS c (id, organisation_id, person_hash, person_key, name, username, picture, profile_at,
    first_seen_at, last_seen_at)
  SELECT r.id, $1, decode(r.hash, 'hex'), r.key, r.name, r.username, r.picture, r."profileAt", r."firstAt", r."lastAt"
  FROM jsonb_to_recordset($2::jsonb) AS r (id uuid, hash text, key text, name text, username text, picture text,
    "profileAt" timestamptz, "firstAt" timestamptz, "lastAt" timestamptz)
  ORDER BY r.hash
  ON CONFLICT (organisation_id, person_hash) DO UPDATE SET
    first_seen_at = least(c.first_seen_at, excluded.first_seen_at),
    last_seen_at = greatest(c.last_seen_at, excluded.last_seen_at),
    (name, username, picture, profile_at) = (SELECT
      CASE WHEN newer THEN coalesce(excluded.name, c.name) ELSE coalesce(c.name, excluded.name) END,
      CASE WHEN newer THEN coalesce(excluded.username, c.username) ELSE coalesce(c.username, excluded.username) END,
      CASE WHEN newer THEN coalesce(excluded.picture, c.picture) ELSE coalesce(c.picture, excluded.picture) END,
      greatest(c.profile_at, excluded.profile_at)
      FROM (SELECT excluded.profile_at IS NOT NULL
        AND (c.profile_at IS NULL OR excluded.profile_at >= c.profile_at) AS newer) AS d)
  WHERE c.erased_at IS NULL`;

const ERASED = `
  SELECT encode(person_hash, 'hex') AS hash, erased_at AS "erasedAt" FROM crm_contacts
  WHERE organisation_id = $1 AND person_hash = ANY(SELECT decode(h, 'hex') FROM unnest($2::text[]) AS h)
    AND erased_at IS NOT NULL`;

/** When the organisation erased each of these persons. */
export async function erasedPersons(
  em: EntityManager,
  organisationId: string,
  keys: readonly string[],
): Promise<Map<string, Date>> {
  if (keys.length === 0) return new Map();
  const byHash = new Map(keys.map((key) => [organisationHash(organisationId, key), key]));
  const rows = await queryRows<{ hash: string; erasedAt: Date }>(em, ERASED, [
    organisationId,
    [...byHash.keys()],
  ]);
  return new Map(rows.map(({ hash, erasedAt }) => [byHash.get(hash) ?? '', erasedAt]));
}

/** Writes the persons behind messages. Erased ones stay erased. */
export async function writeContacts(
  em: EntityManager,
  organisationId: string,
  persons: readonly SeenPerson[],
): Promise<void> {
  const byKey = new Map<string, SeenPerson[]>();
  for (const person of persons) byKey.set(person.key, [...(byKey.get(person.key) ?? []), person]);
  if (byKey.size === 0) return;
  const rows = [...byKey.values()].map((seen) => contactRow(organisationId, seen));
  await em.query(UPSERT, [organisationId, JSON.stringify(rows)]);
}

function contactRow(organisationId: string, seen: readonly SeenPerson[]): object {
  const times = seen.map(({ sentAt }) => sentAt.getTime());
  return {
    ...latestProfile(seen),
    id: newId(),
    hash: organisationHash(organisationId, seen[0]?.key ?? ''),
    firstAt: new Date(Math.min(...times)),
    lastAt: new Date(Math.max(...times)),
  };
}

function latestProfile(seen: readonly SeenPerson[]): SeenPerson | undefined {
  const byTime = (one: SeenPerson) => one.profileAt?.getTime() ?? 0;
  return seen.toSorted((one, other) => byTime(other) - byTime(one))[0];
}
