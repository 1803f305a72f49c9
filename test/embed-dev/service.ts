import type { IncomingMessage, ServerResponse } from 'node:http';
import { Server } from 'socket.io';
import type { Plugin } from 'vite';
import { ACCOUNTS, type Discussion, DISCUSSIONS, EPOCH } from './fixtures.js';

const PAGE = 20;
const PLACE = { seq: 1, epoch: EPOCH };

/** The read routes of the service that an embed uses, answered from fixtures; it writes nothing. */
export function fixtureService(): Plugin {
  return {
    name: 'fixture-service',
    configureServer({ middlewares, httpServer }) {
      middlewares.use('/api/v1', answer);
      // Vite has its own WebSocket on the same server.
      const sockets = new Server(httpServer!, { destroyUpgrade: false, serveClient: false });
      sockets.of('/live').on('connection', (socket) => {
        socket.on(
          'subscribe',
          ({ postId }: { postId: string }, acknowledge: (ack: object) => void) => {
            if (find(postId)?.post.slug !== 'offline')
              acknowledge({ ok: true, ...PLACE, events: [] });
          },
        );
      });
    },
  };
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(request.url!, 'http://localhost');
  const [room, name, what = ''] = pathname.slice(1).split('/');
  const found = find(room === 'moderation' ? (searchParams.get('post') ?? '') : name);
  const account = ACCOUNTS[request.headers.authorization?.replace('Bearer ', '') ?? ''];
  const signedIn = /\bviewer=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  const isRead = request.method === 'GET' || what === 'viewer';
  if (found?.post.slug === 'loading') return;
  const body =
    room === 'auth' && name === 'refresh'
      ? { user: ACCOUNTS[signedIn], accessToken: signedIn, expiresIn: 86_400 }
      : isRead &&
        found?.post.slug !== 'error' &&
        read(found, room, name, what, searchParams, account?.role);
  const problem = { type: 'about:blank', title: 'A fixture: nothing is written', status: 500 };
  response.writeHead(body ? 200 : 500, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body || problem));
}

function find(name: string): Discussion | undefined {
  return DISCUSSIONS.find(({ post }) => post.id === name || post.slug === name);
}

function read(
  found: Discussion | undefined,
  room: string,
  name: string,
  what: string,
  query: URLSearchParams,
  role?: string,
): object | null {
  if (room === 'users') return ACCOUNTS[name] ?? null;
  if (!found) return null;
  const { post, items, own, queue } = found;
  const inPost = (comments: Discussion['items']) =>
    comments.map((comment) => ({ ...comment, postId: post.id }));
  if (room === 'moderation')
    return { items: inPost(queue).map((comment) => ({ comment })), nextCursor: null };
  const from = Number(query.get('cursor') ?? 0);
  const nextCursor = from + PAGE < items.length ? String(from + PAGE) : null;
  const routes: Readonly<Record<string, object>> = {
    '': post,
    comments: {
      post,
      ...PLACE,
      items: items.slice(from, from + PAGE),
      nextCursor,
      pinned: items.filter(({ pinned }) => pinned),
    },
    events: { ...PLACE, events: [] },
    anchors: { items: [], orphaned: 0 },
    updates: { items: [], nextCursor: null },
    viewer: {
      votes: [],
      credits: [],
      held: role === 'member' ? inPost(own) : [],
      removed: [],
      lastSeenSeq: 1,
      permissions: { comment: true, vote: true, moderate: role === 'moderator' },
      slowMode: { seconds: 0, until: null },
    },
  };
  return routes[what] ?? null;
}
