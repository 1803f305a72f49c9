import type { ProofWords } from './mail-words.js';

export const lv: ProofWords = {
  loses:
    'Šī adrese ir norādīta arī kontam @{holder}, kurš to nekad nav apstiprinājis. Ja atvērsiet saiti un apstiprināsiet, tas adresi zaudēs.',
  confirm: {
    subject: 'Apstipriniet savu e-pasta adresi',
    lines: ['Kāds, cerams, jūs, ir norādījis šo adresi kontam @{username} vietnē {site}.'],
    action: 'Apstiprināt adresi',
    notes: [
      'Saite darbojas vienu reizi, trīs dienas.',
      'Ja tas nebijāt jūs, nedariet neko: adrese paliks neapstiprināta.',
    ],
  },
  reset: {
    subject: 'Izvēlieties jaunu paroli',
    lines: ['Kāds, cerams, jūs, ir lūdzis jaunu paroli kontam @{username} vietnē {site}.'],
    action: 'Izvēlēties jaunu paroli',
    notes: [
      'Saite darbojas vienu reizi, stundu. Ar to beigsies visas jūsu sesijas.',
      'Ja tas nebijāt jūs, nedariet neko: parole nemainīsies.',
    ],
  },
  change: {
    subject: 'Apstipriniet savu jauno e-pasta adresi',
    lines: ['Kontam @{username} vietnē {site} turpmāk būs šī adrese.'],
    action: 'Apstiprināt jauno adresi',
    notes: [
      'Saite darbojas vienu reizi, vienu dienu.',
      'Ja tas nebijāt jūs, nedariet neko: kontam paliks līdzšinējā adrese.',
    ],
  },
  'take-back': {
    subject: 'Jūsu e-pasta adrese ir nomainīta',
    lines: [
      'Kontam @{username} vietnē {site} tagad ir cita e-pasta adrese. Uz šo vēstules vairs netiek sūtītas.',
      'Ja tas nebijāt jūs, atgūstiet adresi: visas sesijas beigsies, un jūs izvēlēsieties jaunu paroli.',
    ],
    action: 'Atgūt adresi',
    notes: ['Saite darbojas vienu reizi, nedēļu.', 'Ja tas bijāt jūs, nedariet neko.'],
  },
  taken: {
    subject: 'Jums jau ir konts',
    lines: [
      'Kāds, varbūt jūs, ir norādījis šo adresi kontam vietnē {site}. Tai jau ir konts: @{username}.',
      'Pieslēdzieties ar to. Ja esat aizmirsis paroli, tur varat lūgt jaunu.',
    ],
    notes: ['Ja tas nebijāt jūs, nedariet neko: jūsu kontā neviens nav iekļuvis.'],
  },
};
