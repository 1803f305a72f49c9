import type { components } from '@colloquy/client';

type Schemas = components['schemas'];
type Comment = Schemas['CommentView'];
type Author = Schemas['UserView'];

/** One discussion as the service answers it; the slug of its post names the state. */
export interface Discussion {
  readonly post: Schemas['PostDetailView'];
  readonly items: readonly Comment[];
  /** Comments of the reader that others do not see. */
  readonly own: readonly Comment[];
  /** Comments that wait for a moderator. */
  readonly queue: readonly Comment[];
}

export const EPOCH = '01990000-0000-4000-8000-000000000000';
const idOf = (number: number) => `01990000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const instantOf = (minute: number) => new Date(Date.now() - 9e7 + minute * 6e4).toISOString();

const person = (number: number, displayName: string, role: Author['role'] = 'member'): Author => ({
  id: idOf(number),
  username: `person-${number}`,
  displayName,
  avatarUrl: null,
  role,
  kind: 'member',
  badges: number === 1 ? ['Subscriber'] : [],
});
const ANNA = person(1, 'Anna Kalniņa');
const PAVEL = person(2, 'Павел Орлов');
/** The signed-in accounts, by access token. */
export const ACCOUNTS: Readonly<Record<string, Author>> = {
  reader: person(3, 'Reader'),
  moderator: person(4, 'Moderator', 'moderator'),
};

let made = 100;
/** A comment with a unique id, one minute after the previous one. */
function comment(body: string, author: Author, over: Partial<Comment> = {}): Comment {
  made += 1;
  const counts = { score: 3, upvotes: 4, downvotes: 1, replyCount: 0 };
  const marks = { pinned: false, featured: false, locked: false };
  const place = { id: idOf(made), parentId: null, depth: 0, createdAt: instantOf(made) };
  const state = { status: 'published', version: 1, editedAt: null, removal: null } as const;
  const context = { anchor: null, quotes: [], revision: null, moreReplies: null };
  const text = { author, body, html: `<p>${body}</p>` };
  return { ...place, ...text, ...state, ...counts, ...marks, ...context, ...over };
}

const replyTo = ({ id, depth }: Comment, body: string, author: Author, over = {}): Comment =>
  comment(body, author, { parentId: id, depth: depth + 1, ...over });

const tombstone = (by: 'author' | 'moderation', reason: string | null): Comment => ({
  ...comment('', ANNA),
  author: null,
  body: null,
  html: null,
  status: by === 'author' ? 'deleted' : 'removed',
  removal: { by, reason },
  replyCount: 1,
});

function thread(): Comment[] {
  const first = comment('The figure of 15,424 people is disputed.', ANNA, { replyCount: 2 });
  const quotes: Comment['quotes'] = [
    {
      commentId: first.id,
      version: 1,
      start: 0,
      end: 10,
      text: 'The figure',
      author: ANNA,
      state: 'edited',
    },
    {
      commentId: idOf(99),
      version: 1,
      start: 0,
      end: 10,
      text: null,
      author: null,
      state: 'removed',
    },
  ];
  const reply = replyTo(first, 'По какому списку?', PAVEL, { quotes, replyCount: 1 });
  return [
    { ...first, pinned: true },
    reply,
    replyTo(reply, 'Saraksts beidzas jūlijā, un tas ir redzams.', ANNA, {
      editedAt: instantOf(200),
    }),
    replyTo(first, 'It ends in July.', ACCOUNTS.moderator, { featured: true }),
    comment('A branch that takes no replies.', PAVEL, {
      locked: true,
      replyCount: 7,
      moreReplies: { count: 7, cursor: null },
    }),
  ];
}

function removed(): Comment[] {
  const stones = [tombstone('author', null), tombstone('moderation', 'off_topic')];
  return stones.flatMap((stone) => [stone, replyTo(stone, 'An answer to it.', ANNA)]);
}

const waits = (author: Author) =>
  comment('A comment that waits for a moderator.', author, {
    status: 'held',
    upvotes: 0,
    score: 0,
  });

function discussion(
  slug: string,
  items: Comment[],
  { own = [], queue = [] }: Partial<Discussion> = {},
): Discussion {
  made += 1;
  const counts = {
    commentCount: items.filter(({ status }) => status === 'published').length,
    seq: 1,
  };
  const times = { createdAt: instantOf(0), updatedAt: instantOf(0), lastUpdateAt: null };
  const rules = {
    mode: 'open',
    locked: false,
    slowModeSeconds: 0,
    scoresHiddenUntil: null,
    votes: 'updown',
  } as const;
  const page = {
    key: null,
    url: null,
    urls: [],
    body: null,
    html: null,
    summary: null,
    revision: 1,
  };
  const names = { id: idOf(made), slug, title: 'A review', language: 'en', authorId: null };
  const shown = { listed: true, verified: true };
  return {
    post: { ...names, ...shown, ...page, ...rules, ...times, ...counts },
    items,
    own,
    queue,
  };
}

const long = Array.from({ length: 300 }, (_, index) => comment(`Comment ${index + 1}.`, ANNA));
const spam = { by: 'moderation', reason: 'spam' } as const;

/** `loading` never gets an answer, `error` gets a fault, and `offline` gets no socket. */
export const DISCUSSIONS: readonly Discussion[] = [
  discussion('thread', thread()),
  discussion('empty', []),
  discussion('loading', []),
  discussion('long', long),
  discussion('held', thread(), { own: [waits(ACCOUNTS.reader)], queue: [waits(PAVEL)] }),
  discussion('removed', removed(), {
    own: [
      {
        ...waits(ACCOUNTS.reader),
        body: 'Mine',
        html: '<p>Mine</p>',
        status: 'removed',
        removal: spam,
      },
    ],
  }),
  discussion('error', []),
  discussion('offline', thread()),
];
