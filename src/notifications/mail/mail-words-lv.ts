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
  added: {
    action: 'Tas nebiju es',
    notes: [
      'Ja tas bijāt jūs, nedariet neko.',
      'Ja tas nebijāt jūs, atveriet saiti: ar to šis tiks noņemts, visas sesijas beigsies, un jūs izvēlēsieties jaunu paroli. Saite darbojas vienu reizi, nedēļu.',
    ],
    ways: {
      app: {
        subject: 'Jūsu kontam ir pievienota lietotne',
        lines: ['Kontam @{username} vietnē {site} turpmāk prasīs lietotnes kodus.'],
      },
      passkey: {
        subject: 'Jūsu kontam ir pievienota piekļuves atslēga',
        lines: [
          'Kontam @{username} vietnē {site} ir vēl viena piekļuves atslēga, ar kuru var pieslēgties.',
        ],
      },
      site: {
        subject: 'Ar jūsu kontu ir saistīta cita vietne',
        lines: ['Kontā @{username} vietnē {site} tagad var pieslēgties ar citas vietnes kontu.'],
      },
      codes: {
        subject: 'Jūsu kontam ir izveidoti jauni atkopšanas kodi',
        lines: [
          'Kontam @{username} vietnē {site} ir jauni atkopšanas kodi. Iepriekšējie vairs nedarbojas.',
        ],
      },
      code: {
        subject: 'Ir izmantots jūsu konta atkopšanas kods',
        lines: [
          'Kāds, cerams, jūs, ir izmantojis konta @{username} atkopšanas kodu vietnē {site} lietotnes koda vietā.',
          'Saite noņems visus atkopšanas kodus. Jaunus varat izveidot ar savu lietotni.',
        ],
      },
    },
  },
};
