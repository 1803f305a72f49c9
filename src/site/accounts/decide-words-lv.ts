import type { DecideWords } from './decide-words.js';

export const lv: DecideWords = {
  title: 'Lemt par komentāru',
  lead: 'Nekas nav izlemts, pirms nospiežat pogu.',
  approve: 'Apstiprināt',
  keep: 'Paturēt',
  remove: 'Noņemt',
  reason: 'Iemesls, ko uzzinās autors',
  undo: 'Atsaukt',
  reports: 'Lasītāju ziņojumi: {count}',
  notices: 'Juridiski paziņojumi: {count}',
  rules: {
    'post-premoderated': 'Šīs diskusijas komentārus izlasa pirms parādīšanas.',
    'page-unverified': 'Lapu vēl neizdevās pārbaudīt.',
    'author-premoderated': 'Šī konta komentārus izlasa pirms parādīšanas.',
    guest: 'Viesu komentārus izlasa pirms parādīšanas.',
    'first-comments': 'Konta pirmos komentārus izlasa pirms parādīšanas.',
    'reported-by-readers': 'Lasītāji par to ir ziņojuši, un tas ir paslēpts.',
    'imported-held': 'Tas nebija apstiprināts tur, no kurienes ir importēts.',
  },
  sending: 'Sūta…',
  again: 'Mēģināt vēlreiz',
  noScript: 'Šai lapai vajag JavaScript. Atļaujiet to pārlūkprogrammā un atveriet lapu vēlreiz.',
  said: {
    changed: 'Komentārs kopš tā laika ir mainījies. Šāds tas ir tagad.',
    settled: 'Šeit vairs nav ko lemt: tas vairs negaida.',
    already: 'Tas jau ir izdarīts.',
    'done-approve': 'Gatavs. Komentārs ir publicēts, un uz to, kas gaidīja, ir atbildēts.',
    'done-remove': 'Gatavs. Komentārs ir noņemts, un autors uzzinās, kāpēc.',
    undone: 'Lēmums ir atsaukts. Komentārs atkal gaida.',
    'no-token': 'Atveriet šo lapu ar saiti no vēstules un ņemiet visu saiti.',
    'link-not-valid':
      'Šī saite vairs nav derīga. Tā darbojas 7 dienas, bet ne pēc paroles vai adreses maiņas.',
    'second-factor-required':
      'Šī vietne no darbiniekiem prasa divus faktorus, tāpēc ar vēstules saiti neviens nelemj. Pieslēdzieties un lemiet tur.',
    'role-required': 'Jūsu konts vairs nav darbinieka konts.',
    'account-suspended': 'Jūsu konts šobrīd ne par ko nevar lemt.',
    banned: 'Jūsu konts šobrīd ne par ko nevar lemt.',
    'conflict-of-interest':
      'Jūs to rakstījāt, atbildējāt uz to vai ziņojāt par to. Jālemj citam moderatoram.',
    escalated: 'Tas gaida administratoru.',
    'comment-not-found': 'Komentāra vairs nav.',
    'too-many': 'Tas bija pārāk bieži. Uzgaidiet un mēģiniet vēlreiz.',
    network: 'Pakalpojums neatbild. Mēģiniet vēlreiz.',
    failed: 'Neizdevās. Mēģiniet vēlāk.',
  },
};
