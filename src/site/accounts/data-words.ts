import type { Language } from '../../text/plain/languages.js';

/** The texts about exporting data and erasing the account. */
export interface DataWords {
  title: string;
  hint: string;
  take: string;
  erase: string;
  eraseHint: string;
  comments: string;
  anonymise: string;
  remove: string;
  password: string;
  eraseNow: string;
  /** Precedes the time of the erasure. */
  closing: string;
  keep: string;
  /** The sentence before the list of evidence that decisions keep. */
  heldBack: string;
  heldAbout: Readonly<Record<'comment' | 'account' | 'report', string>>;
  heldUntil: string;
  sending: string;
  said: Readonly<
    Record<'downloaded' | 'closed' | 'kept' | 'last-admin' | 'erasure-not-found', string>
  >;
}

const en: DataWords = {
  title: 'Your data',
  hint: 'What the service keeps about you: your profile, comments, votes, sessions and choices, as files in a ZIP.',
  take: 'Download your data',
  erase: 'Erase the account',
  eraseHint:
    'The account is closed at once, and erased a day later. Until then you can sign in here and keep it; after that nobody can bring it back.',
  comments: 'Your comments',
  anonymise: 'stay, without your name',
  remove: 'go, too',
  password: 'Password',
  eraseNow: 'Erase my account',
  closing: 'This account is erased after',
  keep: 'Keep the account',
  heldBack: 'This stays for a time as evidence of decisions by moderators:',
  heldAbout: {
    comment: 'your comment, as it was decided on',
    account: 'what a decision on your account says',
    report: 'the words of your report',
  },
  heldUntil: 'until',
  sending: 'Sending…',
  said: {
    downloaded: 'Your data is in the file that was saved.',
    closed: 'The account is closed, and is erased in a day. Sign in here to keep it.',
    kept: 'The account stays.',
    'last-admin': 'You are the last administrator. Make somebody else one first.',
    'erasure-not-found': 'It is too late: the erasure has begun.',
  },
};

const lv: DataWords = {
  title: 'Jūsu dati',
  hint: 'Viss, ko vietne par jums glabā: profils, komentāri, balsojumi, sesijas un izvēles kā faili ZIP arhīvā.',
  take: 'Lejupielādēt savus datus',
  erase: 'Dzēst kontu',
  eraseHint:
    'Konts tiek slēgts uzreiz un dzēsts pēc dienas. Līdz tam varat šeit pieslēgties un kontu paturēt; pēc tam to neviens nevar atjaunot.',
  comments: 'Jūsu komentāri',
  anonymise: 'paliek bez jūsu vārda',
  remove: 'arī tiek dzēsti',
  password: 'Parole',
  eraseNow: 'Dzēst manu kontu',
  closing: 'Šis konts tiks dzēsts pēc',
  keep: 'Paturēt kontu',
  heldBack: 'Kā moderatoru lēmumu pierādījumi kādu laiku paliek:',
  heldAbout: {
    comment: 'jūsu komentārs, par kuru lemts',
    account: 'tas, kas teikts lēmumā par jūsu kontu',
    report: 'jūsu ziņojuma teksts',
  },
  heldUntil: 'līdz',
  sending: 'Sūta…',
  said: {
    downloaded: 'Jūsu dati ir saglabātajā failā.',
    closed: 'Konts ir slēgts un pēc dienas tiks dzēsts. Lai to paturētu, pieslēdzieties šeit.',
    kept: 'Konts paliek.',
    'last-admin':
      'Jūs esat pēdējais administrators. Vispirms ieceliet par administratoru kādu citu.',
    'erasure-not-found': 'Ir par vēlu: dzēšana ir sākusies.',
  },
};

const ru: DataWords = {
  title: 'Ваши данные',
  hint: 'Всё, что сайт хранит о вас: профиль, комментарии, голоса, сеансы и настройки — файлами в архиве ZIP.',
  take: 'Скачать свои данные',
  erase: 'Удалить учётную запись',
  eraseHint:
    'Учётная запись закрывается сразу и удаляется через сутки. До этого можно войти здесь и сохранить её; потом восстановить её не сможет никто.',
  comments: 'Ваши комментарии',
  anonymise: 'остаются без вашего имени',
  remove: 'тоже удаляются',
  password: 'Пароль',
  eraseNow: 'Удалить мою учётную запись',
  closing: 'Эта учётная запись будет удалена после',
  keep: 'Сохранить учётную запись',
  heldBack: 'На время, как доказательства по решениям модераторов, остаются:',
  heldAbout: {
    comment: 'ваш комментарий, о котором принято решение',
    account: 'то, что сказано в решении о вашей учётной записи',
    report: 'текст вашей жалобы',
  },
  heldUntil: 'до',
  sending: 'Отправка…',
  said: {
    downloaded: 'Ваши данные — в сохранённом файле.',
    closed:
      'Учётная запись закрыта и через сутки будет удалена. Чтобы сохранить её, войдите здесь.',
    kept: 'Учётная запись остаётся.',
    'last-admin': 'Вы последний администратор. Сначала назначьте администратором кого-то ещё.',
    'erasure-not-found': 'Слишком поздно: удаление уже началось.',
  },
};

export const DATA_WORDS: Readonly<Record<Language, DataWords>> = { en, lv, ru };
