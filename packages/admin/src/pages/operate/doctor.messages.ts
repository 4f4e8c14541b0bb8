import { defineMessages } from '../../i18n/use-text.js';

export const DOCTOR_MESSAGES = defineMessages(
  {
    run: 'Check again',
    ok: 'OK',
    warning: 'Warning',
    problem: 'Problem',
    fix: 'What to do',
    allWell: 'All checks have passed.',
    found:
      '{problems, plural, =0 {No problems} one {# problem} other {# problems}}, {warnings, plural, =0 {no warnings} one {# warning} other {# warnings}}',
    checkedAt: 'Checked',
    scope: 'You see the checks of your organisation. Those of the whole service need the role operator.',
  },
  {
    run: 'Erneut prüfen',
    ok: 'In Ordnung',
    warning: 'Warnung',
    problem: 'Problem',
    fix: 'Was zu tun ist',
    allWell: 'Alle Prüfungen sind bestanden.',
    found:
      '{problems, plural, =0 {Keine Probleme} one {# Problem} other {# Probleme}}, {warnings, plural, =0 {keine Warnungen} one {# Warnung} other {# Warnungen}}',
    checkedAt: 'Geprüft',
    scope:
      'Sie sehen die Prüfungen Ihrer Organisation. Für die des ganzen Dienstes brauchen Sie die Rolle „operator“.',
  },
);
