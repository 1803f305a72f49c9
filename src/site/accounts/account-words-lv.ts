import type { AccountWords } from './account-words.js';

export const lv: AccountWords = {
  pages: {
    confirm: {
      title: 'Apstipriniet savu e-pasta adresi',
      lead: 'Nospiediet pogu, un jūsu adrese būs apstiprināta.',
      act: 'Apstiprināt adresi',
      done: 'Konta @{username} adrese ir apstiprināta. Varat aizvērt šo lapu un pieslēgties tur, kur lasāt.',
    },
    reset: {
      title: 'Izvēlieties jaunu paroli',
      lead: 'Ar to beigsies visas jūsu sesijas visās ierīcēs.',
      act: 'Saglabāt paroli',
      done: 'Konta @{username} jaunā parole ir saglabāta. Varat aizvērt šo lapu un pieslēgties tur, kur lasāt.',
    },
    address: {
      title: 'Atgūstiet savu e-pasta adresi',
      lead: 'Konts atgūs līdzšinējo adresi. Visas sesijas beigsies, pašreizējā parole vairs nederēs, un jūs saņemsiet saiti uz jaunu paroli.',
      act: 'Atgūt adresi',
      done: 'Kontam @{username} atkal ir iepriekšējā adrese. Uz to ir nosūtīta vēstule ar saiti uz jaunu paroli.',
    },
    'not-me': {
      title: 'Vai tas nebijāt jūs?',
      lead: 'Nospiediet pogu, un tas, par ko paziņoja mūsu vēstule, tiks noņemts. Visas sesijas beigsies, pašreizējā parole vairs nederēs, un jūs saņemsiet saiti uz jaunu paroli.',
      act: 'Tas nebiju es',
      done: 'Tas ir noņemts, un neviens vairs nav pieslēdzies kā @{username}. Jums ir nosūtīta vēstule ar saiti uz jaunu paroli.',
    },
    forgot: {
      title: 'Aizmirsāt paroli?',
      lead: 'Norādiet sava konta e-pasta adresi. Jūs saņemsiet saiti uz jaunu paroli.',
      act: 'Nosūtīt saiti',
      done: 'Ja kādam kontam ir šī adrese, vēstule ar saiti jau ir ceļā. Saite darbojas stundu. Ielūkojieties arī mēstulēs.',
    },
    resend: {
      title: 'Apstipriniet savu e-pasta adresi',
      lead: 'Norādiet sava konta e-pasta adresi. Jūs saņemsiet vēl vienu saiti.',
      act: 'Nosūtīt saiti',
      done: 'Ja kāds konts gaida šīs adreses apstiprinājumu, vēstule ar saiti jau ir ceļā. Saite darbojas trīs dienas. Ielūkojieties arī mēstulēs.',
    },
    unsubscribe: {
      title: 'Atteikties no vēstulēm',
      lead: 'Nospiediet pogu, un tas, ko nosauc saite vēstulē, beigsies: šāda veida vēstules vai ziņas par rakstu.',
      act: 'Atteikties',
      done: 'Izdarīts. Konta iestatījumos jūs to vienmēr varat mainīt.',
    },
  },
  askAnew: { forgot: 'Lūgt saiti uz jaunu paroli', resend: 'Lūgt vēl vienu vēstuli' },
  email: 'E-pasts',
  password: 'Jaunā parole',
  passwordHint: 'Vismaz 8 rakstzīmes',
  recent: {
    title: 'Pievienots pēdējā nedēļā',
    hint: 'Atzīmētais tiks noņemts. Paturiet to, ko pievienojāt paši.',
    app: 'Kodu lietotne',
    passkey: 'Piekļuves atslēga',
  },
  sending: 'Sūta…',
  again: 'Mēģināt vēlreiz',
  noScript: 'Šai lapai vajag JavaScript. Atļaujiet to pārlūkprogrammā un atveriet lapu vēlreiz.',
  noToken: 'Atveriet šo lapu ar saiti no vēstules, ko jums nosūtījām, un ņemiet visu saiti.',
  problems: {
    'link-not-valid':
      'Šī saite vairs nav derīga. Tā darbojas vienu reizi un noteiktu laiku, bet ne pēc tam, kad konts ir mainījies.',
    'email-taken': 'Konts ar šo e-pasta adresi jau ir.',
    'no-mail': 'Šī vietne nesūta vēstules. Lūdziet palīdzību tās redakcijai.',
    'too-many': 'Tas bija pārāk bieži. Uzgaidiet un mēģiniet vēlreiz.',
    network: 'Pakalpojums neatbild. Mēģiniet vēlreiz.',
    failed: 'Neizdevās. Mēģiniet vēlāk.',
  },
  rules: {
    'password-length': 'Parolē ir 8 līdz 1000 rakstzīmes.',
    'common-password': 'Šāda parole ir ļoti daudziem. Izvēlieties citu.',
    'own-password': 'Parole nedrīkst būt jūsu vārds vai adrese.',
    email: 'Tā nav e-pasta adrese.',
    'too-long': 'Tas ir par garu.',
  },
};
