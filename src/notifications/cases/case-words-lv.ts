import type { CaseWords } from './case-words.js';

export const lv: CaseWords = {
  subject: {
    held: 'Komentārs gaida jūsu lēmumu: {title}',
    reported: 'Par komentāru ziņots: {title}',
    notice: 'Juridisks paziņojums par komentāru: {title}',
  },
  several: 'Moderatoru gaida vietnē {site}: {count}',
  wrote: '{author} rakstīja: {title}',
  rules: {
    'post-premoderated': 'Tas ir aizturēts: šīs diskusijas komentārus izlasa pirms parādīšanas.',
    'page-unverified': 'Tas ir aizturēts: lapu vēl neizdevās pārbaudīt.',
    'author-premoderated': 'Tas ir aizturēts: šī konta komentārus izlasa pirms parādīšanas.',
    guest: 'Tas ir aizturēts: viesu komentārus izlasa pirms parādīšanas.',
    'first-comments': 'Tas ir aizturēts: konta pirmos komentārus izlasa pirms parādīšanas.',
    'reported-by-readers': 'Tas ir paslēpts: lasītāji par to ir ziņojuši.',
    'imported-held': 'Tas ir aizturēts: tas nebija apstiprināts tur, no kurienes ir importēts.',
  },
  reports: 'Lasītāju ziņojumi: {count}',
  noticeSays: 'Paziņojumā teikts:',
  approve: 'Apstiprināt',
  keep: 'Paturēt',
  remove: 'Noņemt',
  read: 'Skatīt tā vietā',
  lasts:
    'Saite atver lapu, kas rāda komentāru tādu, kāds tas tobrīd ir. Nekas nenotiek, pirms tur nospiežat pogu. Saites darbojas 7 dienas, bet ne pēc paroles maiņas. Nedodiet tās nevienam.',
  noLinks:
    'Šī vietne no darbiniekiem prasa divus faktorus, tāpēc ar vēstules saiti neviens nelemj.',
  more: 'Pavisam to ir {count}; visi ir rindā.',
  why: 'Jūs saņemat šo vēstuli, jo @{username} ir vietnes {site} darbinieks.',
  endKind: {
    held: 'Vairs nesūtīt vēstules par aizturētiem komentāriem',
    reported: 'Vairs nesūtīt vēstules par ziņojumiem',
    notice: 'Vairs nesūtīt vēstules par juridiskiem paziņojumiem',
  },
};
