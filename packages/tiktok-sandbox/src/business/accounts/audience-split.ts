import { seededRandom } from '../../random.js';

/** The groups of an audience. */
const GROUPS = {
  age: ['18-24', '25-34', '35-44', '45-54', '55+'],
  gender: ['Female', 'Male', 'Other'],
  country: ['US', 'GB', 'DE', 'FR', 'JP', 'Others'],
  city_name: ['London', 'New York', 'Berlin', 'Paris', 'Others'],
  type: ['NEW_VIEWERS', 'RETURNING_VIEWERS', 'FOLLOWERS', 'NON_FOLLOWERS'],
  impression_source: ['For You', 'Follow', 'Personal Profile', 'Search', 'Sound', 'Hashtag'],
} as const;

/** Shares from 0 to 1 that add up to 1, the same for the same name. */
export function audienceSplit(kind: keyof typeof GROUPS, name: string): Record<string, unknown>[] {
  const random = seededRandom(`${name}/${kind}`);
  const weights = GROUPS[kind].map(() => 0.1 + random());
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return GROUPS[kind].map((value, index) => ({
    [kind]: value,
    percentage: Math.round(((weights[index] ?? 0) / total) * 10_000) / 10_000,
  }));
}
