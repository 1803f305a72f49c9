import type { ImportedComment } from '../transfer/formats/import-records.js';

/** The demo: an invented film, a neutral review of it, and a short, polite debate. */
export const DEMO_SLUG = 'the-other-bank';

export const DEMO_POST = {
  slug: DEMO_SLUG,
  title: 'The Other Bank: a valley under water, and who remembers it',
  summary:
    'A documentary about a river valley that was flooded for a power station in the 1960s, told by those who left it.',
  language: 'en',
  createdAt: new Date('2026-03-14T09:00:00Z'),
};

/** The author of the post; their comments below it are marked. */
export const DEMO_AUTHOR = 'Anna Vītola';

const REVIEW =
  paragraphs(`*The Other Bank* (*Otrs krasts*, 2025, 94 minutes) returns to a valley that was flooded in the 1960s.
Its director, Ilze Kalniņa, spent six years with the people who moved away, and with the engineers who built the dam.

The film is at its best when it listens. Velta Ozoliņa draws her street from memory, house by house;
Николай Петрович Соколов, who came as a young surveyor, draws the same street from his notebooks. The two
drawings do not agree, and the film lets them stand next to each other.

It is less sure with numbers. A title card says that **1,140 households** were moved. The source is given as
“district records”, without a year. A viewer who wants to check has nothing to hold on to.

The archive footage is excellent, the score is used sparingly, and the interviews in Latvian and Russian are
subtitled with care. Recommended, with a notebook at hand.`);

const UPDATE =
  paragraphs(`The producers have written to say that the figure comes from a resettlement list
of 1964, and that it counts farmsteads, not households; they will change the title card. We have left the
paragraph above as it was.`);

export const DEMO_BODY = REVIEW;
export const DEMO_UPDATE = {
  text: UPDATE,
  body: `${REVIEW}\n\n${UPDATE}`,
  at: new Date('2026-04-11T10:30:00Z'),
  /** The comment that led to it. */
  credit: '1',
};
/** Passages of the review that comments are about, by the comment. */
export const DEMO_PASSAGES: Readonly<Record<string, string>> = {
  '1': '1,140 households',
  '4': 'The two drawings do not agree, and the film lets them stand next to each other.',
};

/** A single line break would be shown to readers as well. */
function paragraphs(wrapped: string): string {
  return wrapped.replace(/(?<!\n)\n(?!\n)/g, ' ');
}

type Line = [id: string, answers: string | null, author: string, at: string, body: string];

const BEFORE_UPDATE: readonly Line[] = [
  [
    '1',
    null,
    'Marta Liepiņa',
    '2026-03-14T12:20:00Z',
    'My grandmother was on that list. She always said *farmsteads*: “we were eleven people and one farmstead”. So I would not read 1,140 as families in flats.',
  ],
  [
    '2',
    '1',
    'Олег Дмитриев',
    '2026-03-14T15:02:00Z',
    'Согласен. В отчётах тех лет «двор» и «семья» часто путают, и перевод этого не исправит.',
  ],
  [
    '3',
    '2',
    'Marta Liepiņa',
    '2026-03-14T16:40:00Z',
    'Paldies! The word on her paper is *viensēta*, which is one more reason to ask for the year.',
  ],
  [
    '4',
    null,
    'Henrik Aas',
    '2026-03-16T08:11:00Z',
    'Two drawings that do not agree is the most honest minute of the film. Most documentaries would have chosen one.',
  ],
  [
    '5',
    '4',
    'Jānis Bērziņš',
    '2026-03-16T19:45:00Z',
    'It works because neither of them is corrected by the narrator. But a map of 1958 exists, and I missed it.',
  ],
  [
    '6',
    null,
    'Светлана Ильина',
    '2026-03-20T07:30:00Z',
    'Мой отец работал на стройке. Жаль, что о тех, кто приехал строить и остался, только три минуты.',
  ],
];

const AFTER_UPDATE: readonly Line[] = [
  [
    '7',
    '1',
    'Dace Krūmiņa',
    '2026-04-11T13:05:00Z',
    'And there it is: farmsteads, 1964. Thank you for asking, and to the reviewer for printing the answer with its date.',
  ],
  [
    '9',
    '7',
    DEMO_AUTHOR,
    '2026-04-11T18:20:00Z',
    'The thanks go to Marta’s grandmother. Without her word for it nobody would have asked the producers.',
  ],
  [
    '8',
    '6',
    'Henrik Aas',
    '2026-04-12T09:14:00Z',
    'I had the same wish. The surveyor’s notebooks alone could carry a second film.',
  ],
];

export const DEMO_COMMENTS_BEFORE = BEFORE_UPDATE.map(commentOf);
export const DEMO_COMMENTS_AFTER = AFTER_UPDATE.map(commentOf);

function commentOf(
  [foreignId, parentForeignId, name, at, body]: Line,
  line: number,
): ImportedComment {
  return {
    foreignId,
    pageForeignId: DEMO_SLUG,
    parentForeignId,
    author: { foreignKey: name, name },
    body,
    createdAt: new Date(at),
    state: 'published',
    line,
  };
}
