/** An interest or a behaviour, and what is below it. */
export interface Category {
  readonly id: string;
  readonly name: string;
  readonly level: number;
  readonly subIds: readonly string[];
}

/** Names of the first level with those of the second. */
const INTERESTS: readonly (readonly [string, readonly string[]])[] = [
  ['Apparel & Accessories', ["Women's Clothing", "Men's Clothing", 'Footwear']],
  ['Beauty & Personal Care', ['Skincare', 'Makeup', 'Hair Care']],
  ['Food & Beverage', ['Snacks', 'Coffee & Tea']],
  ['Games', ['Casual Games', 'Strategy Games']],
  ['Home Improvement', ['Furniture', 'Gardening']],
  ['Sports & Outdoor', ['Fitness', 'Cycling']],
  ['Travel', ['Hotels', 'Flights']],
];

const ACTIONS: readonly (readonly [string, readonly string[]])[] = [
  ['Beauty', ['Makeup Tutorials', 'Product Reviews']],
  ['Entertainment', ['Comedy', 'Music']],
  ['Sports', ['Football', 'Fitness']],
];

const FIRST_INTEREST = 10_001;
const FIRST_ACTION = 26_001_000;
const PER_GROUP = 100;

function tree(groups: typeof INTERESTS, first: number): Category[] {
  return groups.flatMap(([name, children], index) => {
    const id = first + index * PER_GROUP;
    const subs = children.map((child, position) => ({
      id: String(id + position + 1),
      name: child,
      level: 2,
      subIds: [],
    }));
    return [{ id: String(id), name, level: 1, subIds: subs.map((sub) => sub.id) }, ...subs];
  });
}

export const INTEREST_CATEGORIES: readonly Category[] = tree(INTERESTS, FIRST_INTEREST);

export const ACTION_CATEGORIES: readonly Category[] = tree(ACTIONS, FIRST_ACTION);

/** Additional interests, which are found by a word; small ones cannot be targeted. */
export const INTEREST_KEYWORDS = [
  'Running Shoes',
  'Running',
  'Trail Running',
  'Skincare Routine',
  'Vegan Skincare',
  'Coffee Beans',
  'Espresso',
  'Home Garden',
  'Indoor Plants',
  'Travel Deals',
  'Bicycle Touring',
  'Puzzle Games',
].map((keyword, index) => ({
  id: String(7_001_000_000 + index),
  keyword,
  isEffective: index % 4 !== 2,
}));
