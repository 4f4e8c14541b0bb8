export interface Region {
  readonly id: string;
  readonly parentId: string;
  readonly name: string;
  readonly code: string;
  readonly level: 'COUNTRY' | 'PROVINCE';
}

/** Geonames ids, as TikTok uses them: `[id, name, code, provinces]`. */
const COUNTRIES: readonly (readonly [string, string, string, readonly (readonly [string, string])[]])[] = [
  [
    '6252001',
    'United States',
    'US',
    [
      ['5332921', 'California'],
      ['5128638', 'New York'],
      ['4736286', 'Texas'],
    ],
  ],
  [
    '1861060',
    'Japan',
    'JP',
    [
      ['1850144', 'Tokyo'],
      ['1853904', 'Osaka'],
    ],
  ],
  ['2635167', 'United Kingdom', 'GB', [['6269131', 'England']]],
  ['2921044', 'Germany', 'DE', [['2951839', 'Bavaria']]],
  ['3017382', 'France', 'FR', [['3012874', 'Île-de-France']]],
  ['6251999', 'Canada', 'CA', [['6093943', 'Ontario']]],
  ['2077456', 'Australia', 'AU', []],
  ['1643084', 'Indonesia', 'ID', []],
];

function provinceOf(parentId: string, code: string, [id, name]: readonly [string, string]): Region {
  return { id, parentId, name, code, level: 'PROVINCE' };
}

export const REGIONS: readonly Region[] = COUNTRIES.flatMap(([id, name, code, provinces]) => {
  const country: Region = { id, parentId: '0', name, code, level: 'COUNTRY' };
  return [country].concat(provinces.map((province) => provinceOf(id, code, province)));
});
