import { defineMessages } from '../../../i18n/use-text.js';

export const MESSAGES = defineMessages(
  {
    title: 'Quality report',
    rows: 'Rows',
    usableRows: 'Usable rows',
    distinct: 'Different customers',
    duplicates: 'Duplicates',
    tooSmall:
      'This file is too small: TikTok needs at least {minimum, number} matched users. An audience that stays below cannot be used or updated.',
    needed:
      'TikTok must match {rate} of the rows to reach its minimum of {minimum, number} users. How many it matches is known after up to 48 hours.',
    column: 'Column',
    valid: 'Valid',
    invalid: 'Invalid',
    form: 'In the file',
    hashed: 'already hashed',
    plain: 'plain; it is hashed on arrival',
    kind_email: 'Email address',
    kind_phone: 'Phone number',
    kind_idfa: 'Device ID (IDFA)',
    kind_gaid: 'Device ID (GAID)',
    kind_maid: 'Device ID',
    noDefects: 'No defects were found.',
    lines: 'Lines: {lines}',
    defect_broken_line:
      '{count, plural, one {# broken line} other {# broken lines}}: close quotes, and give each line all columns.',
    defect_empty_row: '{count, plural, one {# row} other {# rows}} without an identifier: nothing to do.',
    defect_invalid_email:
      '{count, plural, one {# invalid email address} other {# invalid email addresses}}: correct them.',
    defect_invalid_phone:
      '{count, plural, one {# invalid phone number} other {# invalid phone numbers}}: correct them.',
    defect_phone_without_country:
      '{count, plural, one {# phone number} other {# phone numbers}} without a country code: choose a country above.',
    defect_unknown_country:
      '{count, plural, one {# unknown country} other {# unknown countries}}: use ISO 3166 codes such as DE.',
    defect_invalid_device_id:
      '{count, plural, one {# invalid device ID} other {# invalid device IDs}}: correct them.',
  },
  {
    title: 'Qualitätsbericht',
    rows: 'Zeilen',
    usableRows: 'Verwendbare Zeilen',
    distinct: 'Verschiedene Kunden',
    duplicates: 'Doppelte',
    tooSmall:
      'Diese Datei ist zu klein: TikTok braucht mindestens {minimum, number} zugeordnete Nutzer. Eine Zielgruppe, die darunter bleibt, lässt sich weder verwenden noch ändern.',
    needed:
      'TikTok muss {rate} der Zeilen zuordnen, um sein Minimum von {minimum, number} Nutzern zu erreichen. Wie viele es zuordnet, steht nach bis zu 48 Stunden fest.',
    column: 'Spalte',
    valid: 'Gültig',
    invalid: 'Ungültig',
    form: 'In der Datei',
    hashed: 'schon gehasht',
    plain: 'im Klartext; wird beim Eintreffen gehasht',
    kind_email: 'E-Mail-Adresse',
    kind_phone: 'Telefonnummer',
    kind_idfa: 'Geräte-ID (IDFA)',
    kind_gaid: 'Geräte-ID (GAID)',
    kind_maid: 'Geräte-ID',
    noDefects: 'Es wurden keine Mängel gefunden.',
    lines: 'Zeilen: {lines}',
    defect_broken_line:
      '{count, plural, one {# fehlerhafte Zeile} other {# fehlerhafte Zeilen}}: Schließen Sie Anführungszeichen, und geben Sie jeder Zeile alle Spalten.',
    defect_empty_row: '{count, plural, one {# Zeile} other {# Zeilen}} ohne Kennung: nichts zu tun.',
    defect_invalid_email:
      '{count, plural, one {# ungültige E-Mail-Adresse} other {# ungültige E-Mail-Adressen}}: Bitte korrigieren.',
    defect_invalid_phone:
      '{count, plural, one {# ungültige Telefonnummer} other {# ungültige Telefonnummern}}: Bitte korrigieren.',
    defect_phone_without_country:
      '{count, plural, one {# Telefonnummer} other {# Telefonnummern}} ohne Landesvorwahl: Wählen Sie oben ein Land.',
    defect_unknown_country:
      '{count, plural, one {# unbekanntes Land} other {# unbekannte Länder}}: Verwenden Sie ISO-3166-Codes wie DE.',
    defect_invalid_device_id:
      '{count, plural, one {# ungültige Geräte-ID} other {# ungültige Geräte-IDs}}: Bitte korrigieren.',
  },
);
