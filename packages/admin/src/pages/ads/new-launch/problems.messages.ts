import { defineMessages } from '../../../i18n/use-text.js';

export const PROBLEMS = defineMessages(
  {
    required: 'This is needed.',
    nameTooLong: 'Use at most 512 characters. Chinese, Japanese and Korean ones count twice.',
    textTooLong: 'Use at most 100 characters. Full-width ones count twice.',
    emoji: 'TikTok takes no emoji here. Remove them.',
    amount: 'Enter an amount above zero, such as 50.00.',
    bidAboveBudget: 'A bid must be below the budget.',
    endBeforeStart: 'The end must be after the start.',
    lifetimeEnd: 'A lifetime budget needs an end.',
    impressionsRange: 'Enter a number from 1 to 1000.',
    daysRange: 'Enter a number from 1 to 30.',
    webAddress: 'Enter an address that begins with https://.',
    buttonWithoutPage: 'A button needs a landing page.',
    pageWithoutButton: 'A landing page needs a button.',
    audienceBoth: 'An audience cannot be reached and left out. Remove it from one list.',
  },
  {
    required: 'Diese Angabe fehlt.',
    nameTooLong: 'Höchstens 512 Zeichen. Chinesische, japanische und koreanische zählen doppelt.',
    textTooLong: 'Höchstens 100 Zeichen. Breite Zeichen zählen doppelt.',
    emoji: 'TikTok erlaubt hier keine Emojis. Entfernen Sie sie.',
    amount: 'Geben Sie einen Betrag über null ein, zum Beispiel 50,00.',
    bidAboveBudget: 'Ein Gebot muss unter dem Budget liegen.',
    endBeforeStart: 'Das Ende muss nach dem Beginn liegen.',
    lifetimeEnd: 'Ein Laufzeitbudget braucht ein Ende.',
    impressionsRange: 'Geben Sie eine Zahl von 1 bis 1000 ein.',
    daysRange: 'Geben Sie eine Zahl von 1 bis 30 ein.',
    webAddress: 'Geben Sie eine Adresse ein, die mit https:// beginnt.',
    buttonWithoutPage: 'Eine Schaltfläche braucht eine Zielseite.',
    pageWithoutButton: 'Eine Zielseite braucht eine Schaltfläche.',
    audienceBoth:
      'Eine Zielgruppe kann nicht zugleich erreicht und ausgeschlossen werden. Entfernen Sie sie aus einer Liste.',
  },
);
