import type { NoticeWords } from './notice-words.js';

export const lv: NoticeWords = {
  told: {
    reply: '{author} jums atbildēja: {title}',
    mention: '{author} jūs pieminēja: {title}',
    followed: '{author} rakstīja: {title}',
    decision: 'Moderācija ir pieņēmusi lēmumu par jums: {title}',
    correction: '{author} pateicas jums par komentāru: {title}',
  },
  several: 'Jums jaunumi vietnē {site}: {count}',
  read: 'Lasīt vietnē',
  more: 'Pavisam to ir {count}; visi ir vietnes sarakstā.',
  why: 'Jūs saņemat šo vēstuli, jo šī ir jūsu konta @{username} adrese vietnē {site}.',
  endKind: {
    reply: 'Vairs nesūtīt vēstules par atbildēm',
    mention: 'Vairs nesūtīt vēstules par pieminēšanu',
    followed: 'Vairs nesūtīt vēstules par rakstiem, kam sekojat',
    decision: 'Vairs nesūtīt vēstules par lēmumiem',
    correction: 'Vairs nesūtīt vēstules par labojumiem, ko rosinājāt',
  },
  endFollowing: 'Vairs nesekot: {title}',
  endPost: 'Neko vairs neziņot par: {title}',
};
