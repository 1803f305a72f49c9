const text = { type: 'string' } as const;
const maybe = { type: ['string', 'null'] } as const;
const number = { type: 'integer' } as const;
const maybeNumber = { type: ['integer', 'null'] } as const;

const author = {
  type: ['object', 'null'],
  properties: {
    id: text,
    username: maybe,
    displayName: text,
    avatarUrl: maybe,
    role: text,
    kind: text,
    badges: { type: 'array', items: text },
  },
} as const;

/** The thread page for a schema-based serialiser, which omits unnamed fields. */
export const PAGE_SCHEMA = {
  type: 'object',
  properties: {
    post: { type: 'object', additionalProperties: true },
    seq: number,
    epoch: text,
    nextCursor: maybe,
    items: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          id: text,
          parentId: maybe,
          depth: number,
          author,
          body: maybe,
          html: maybe,
          status: text,
          createdAt: text,
          editedAt: maybe,
          version: number,
          removal: { type: ['object', 'null'], additionalProperties: true },
          score: maybeNumber,
          upvotes: maybeNumber,
          downvotes: maybeNumber,
          replyCount: number,
          moreReplies: { type: ['object', 'null'], additionalProperties: true },
        },
      },
    },
  },
} as const;
