import { defineMessages } from '../../i18n/use-text.js';

export const MESSAGES = defineMessages(
  {
    close: 'Close',
    connected: '{name} is connected',
    connectedDetail: 'The connector is reading its profile and videos. You can publish now.',
    publish: 'Create a post',
    unclear: 'The consent is finished, but the account is not connected',
    unclearDetail: 'Check its state below, and connect it again if needed.',
    partly: 'Comments, messages and insights were not connected',
    error: 'The account was not connected',
    code: 'Code: {code}',
    access_denied: 'You cancelled at TikTok. Nothing has changed. Connect again whenever you want.',
    different_account:
      'You signed in to another TikTok account than this one. Sign in to the right account at TikTok, and try again. To add the other account, use “Connect an account”.',
    integration_gone:
      'The connection was removed while you were at TikTok, so nothing was added to it. Connect the account again.',
    saving_delayed:
      'TikTok has agreed, but saving is delayed. The connector retries automatically. Look here again in a few minutes.',
    consent_pending:
      'TikTok is slow. The account appears here automatically. If it is missing after a minute, connect it again.',
    database_unavailable: 'The connector could not save the connection. Look here again in a few minutes.',
    tiktok_unavailable: 'TikTok did not answer. Try again in a few minutes.',
    state_expired: 'The sign-in took too long and has expired. Connect the account again.',
    state_used:
      'This sign-in is already finished. Check the list below before you connect the account again.',
    unknown_state: 'This sign-in was not started here. Connect the account from this page.',
    code_missing: 'TikTok sent no result. Connect the account again, and finish every step.',
    consent_superseded: 'The connection was ended in the meantime. Connect the account again if you need it.',
    non_sandbox_target:
      'The TikTok app is in sandbox mode and does not know this account. Add it as a target user at TikTok for Developers.',
    other:
      'TikTok has not completed the sign-in. Try again. If it fails again, pass the code on to your administrator.',
  },
  {
    close: 'Schließen',
    connected: '{name} ist verbunden',
    connectedDetail: 'Der Connector liest jetzt Profil und Videos. Sie können ab sofort veröffentlichen.',
    publish: 'Beitrag erstellen',
    unclear: 'Die Anmeldung ist abgeschlossen, aber das Konto ist nicht verbunden',
    unclearDetail: 'Prüfen Sie unten seinen Status und verbinden Sie es bei Bedarf erneut.',
    partly: 'Kommentare, Nachrichten und Statistiken wurden nicht verbunden',
    error: 'Das Konto wurde nicht verbunden',
    code: 'Code: {code}',
    access_denied:
      'Sie haben bei TikTok abgebrochen. Es hat sich nichts geändert. Sie können das Konto jederzeit verbinden.',
    different_account:
      'Sie haben sich bei TikTok mit einem anderen Konto angemeldet. Melden Sie sich dort mit dem richtigen Konto an und versuchen Sie es erneut. Um das andere Konto hinzuzufügen, wählen Sie „Konto verbinden“.',
    integration_gone:
      'Die Verbindung wurde entfernt, während Sie bei TikTok waren. Verbinden Sie das Konto erneut.',
    saving_delayed:
      'TikTok hat zugestimmt, aber das Speichern verzögert sich. Der Connector versucht es automatisch weiter. Sehen Sie in einigen Minuten wieder nach.',
    consent_pending:
      'TikTok antwortet langsam. Das Konto erscheint hier von selbst. Fehlt es nach einer Minute, verbinden Sie es erneut.',
    database_unavailable:
      'Der Connector konnte die Verbindung nicht speichern. Sehen Sie in einigen Minuten wieder nach.',
    tiktok_unavailable: 'TikTok hat nicht geantwortet. Versuchen Sie es in einigen Minuten erneut.',
    state_expired: 'Die Anmeldung hat zu lange gedauert und ist abgelaufen. Verbinden Sie das Konto erneut.',
    state_used:
      'Diese Anmeldung ist bereits abgeschlossen. Prüfen Sie die Liste unten, bevor Sie das Konto erneut verbinden.',
    unknown_state: 'Diese Anmeldung wurde nicht hier begonnen. Verbinden Sie das Konto auf dieser Seite.',
    code_missing:
      'TikTok hat kein Ergebnis geschickt. Verbinden Sie das Konto erneut und schließen Sie alle Schritte ab.',
    consent_superseded:
      'Die Verbindung wurde in der Zwischenzeit beendet. Verbinden Sie das Konto erneut, wenn Sie es brauchen.',
    non_sandbox_target:
      'Die TikTok-App läuft im Sandbox-Modus und kennt dieses Konto nicht. Tragen Sie es bei TikTok for Developers als Zielnutzer ein.',
    other:
      'TikTok hat die Anmeldung nicht abgeschlossen. Versuchen Sie es erneut. Wenn es wieder fehlschlägt, geben Sie den Code an Ihren Administrator weiter.',
  },
);
