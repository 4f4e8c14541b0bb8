export const OS_TYPES = ['ANDROID', 'IOS'] as const;

export type OsType = (typeof OS_TYPES)[number];

/** Versions with their ids, the older ones first. */
export const OS_VERSIONS: Readonly<Record<OsType, readonly (readonly [string, string])[]>> = {
  ANDROID: [
    ['110', '11.0'],
    ['112', '12.0'],
    ['113', '13.0'],
    ['114', '14.0'],
    ['115', '15.0'],
  ],
  IOS: [
    ['215', '15.0'],
    ['216', '16.0'],
    ['217', '17.0'],
    ['218', '18.0'],
  ],
};

interface Device {
  readonly id: string;
  readonly name: string;
  readonly level: 'BRAND' | 'SERIES' | 'MODEL';
  readonly os: OsType;
  readonly childIds: readonly string[];
}

/** A brand, its series, and their models. */
export const DEVICES: readonly Device[] = [
  { id: '1', name: 'Apple', level: 'BRAND', os: 'IOS', childIds: ['11'] },
  { id: '11', name: 'iPhone 16', level: 'SERIES', os: 'IOS', childIds: ['111', '112'] },
  { id: '111', name: 'iPhone 16', level: 'MODEL', os: 'IOS', childIds: [] },
  { id: '112', name: 'iPhone 16 Pro', level: 'MODEL', os: 'IOS', childIds: [] },
  { id: '2', name: 'Samsung', level: 'BRAND', os: 'ANDROID', childIds: ['21'] },
  { id: '21', name: 'Galaxy S25', level: 'SERIES', os: 'ANDROID', childIds: ['211'] },
  { id: '211', name: 'Galaxy S25', level: 'MODEL', os: 'ANDROID', childIds: [] },
];
