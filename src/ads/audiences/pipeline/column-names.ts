import type { IdentifierKind } from './identifier-kind.js';

/** What a column is: an identifier, or the country that phone numbers of its row belong to. */
export type ColumnKind = IdentifierKind | 'country';

const NAMES: Record<ColumnKind, readonly string[]> = {
  email: [
    'email',
    'emails',
    'mail',
    'emailaddress',
    'mailaddress',
    'useremail',
    'customeremail',
    'contactemail',
  ],
  phone: [
    'phone',
    'phones',
    'phonenumber',
    'mobile',
    'mobilephone',
    'mobilenumber',
    'telephone',
    'telephonenumber',
    'tel',
    'telefon',
    'telefonnummer',
    'handy',
    'cell',
    'cellphone',
  ],
  idfa: ['idfa', 'iosidfa', 'appleidfa', 'appleadid'],
  gaid: ['gaid', 'aaid', 'adid', 'googleadid', 'googleadvertisingid', 'androidadvertisingid'],
  maid: [
    'maid',
    'madid',
    'deviceid',
    'mobileadid',
    'mobileadvertiserid',
    'mobileadvertisingid',
    'advertisingid',
  ],
  country: ['country', 'countrycode', 'countryiso', 'isocountry', 'phonecountry'],
};

const KIND_OF = new Map(
  Object.entries(NAMES).flatMap(([kind, names]) => names.map((name) => [name, kind as ColumnKind] as const)),
);

/** What a column holds by its name: case, punctuation, a number at the end and words such as "SHA-256" do not matter. */
export function columnKind(name: string): ColumnKind | undefined {
  const plain = name
    .toLowerCase()
    .replaceAll(/[^a-z\d]/g, '')
    .replaceAll(/sha256|hashed|hash/g, '')
    .replace(/\d+$/, '');
  return KIND_OF.get(plain);
}
