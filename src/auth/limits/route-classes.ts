import type { LimitName } from './limit-classes.js';

/** The classes of routes that change something or read a lot, without `/api/v1`. */
const ROUTES: Readonly<Partial<Record<LimitName, readonly string[]>>> = {
  events: ['GET /posts/:post/events'],
  exports: ['GET /users/me/export'],
  'sign-in': [
    'POST /auth/login',
    'POST /auth/totp/verify',
    'POST /auth/passkeys/challenge',
    'POST /auth/passkeys/sign-in',
  ],
  providers: [
    'POST /auth/sso',
    'POST /auth/sso/verify',
    'GET /auth/oidc/:provider/start',
    'GET /auth/oidc/:provider/callback',
    'POST /auth/oidc/link',
  ],
  links: ['POST /auth/forgot-password', 'POST /auth/verify-email/resend'],
  proofs: [
    'POST /auth/verify-email',
    'POST /auth/reset-password',
    'POST /auth/reset-password/ways',
    'POST /auth/email/take-back',
    'POST /auth/not-me',
    'POST /auth/unsubscribe',
    'POST /auth/mailed-decisions',
    'POST /auth/mailed-decisions/look',
    'POST /auth/mailed-decisions/undo',
  ],
  bounces: ['POST /mail/bounces'],
  registration: ['POST /auth/register'],
  guests: ['POST /auth/guest'],
  sessions: ['POST /auth/refresh', 'POST /auth/logout'],
  account: [
    'PATCH /users/me',
    'DELETE /users/me',
    'DELETE /users/me/erasure',
    'PUT /users/me/preferences',
    'PUT /users/me/ignored/:username',
    'DELETE /users/me/ignored/:username',
    'PUT /users/me/password',
    'PUT /users/me/email',
    'DELETE /users/me/sessions',
    'DELETE /users/me/sessions/:id',
    'POST /auth/passkeys',
    'POST /auth/passkeys/registration',
    'PATCH /auth/passkeys/:id',
    'POST /auth/passkeys/:id/remove',
    'POST /auth/links/:id/remove',
    'POST /auth/totp/begin',
    'POST /auth/totp/confirm',
    'POST /auth/totp/step-up',
    'POST /auth/totp/recovery-codes',
    'POST /auth/totp/remove',
    'POST /users/me/guest',
    'POST /users/me/imported',
    'PUT /users/me/terms',
  ],
  comments: ['POST /posts/:post/comments'],
  edits: ['PATCH /comments/:id', 'DELETE /comments/:id'],
  votes: ['PUT /comments/:id/vote'],
  reports: ['POST /comments/:id/flags', 'POST /users/:username/flags'],
  notices: ['POST /notices'],
  previews: ['POST /previews'],
  'read-state': [
    'PUT /posts/:post/viewer',
    'PUT /posts/:post/subscription',
    'PUT /users/me/notifications/read',
  ],
  posts: [
    'POST /posts',
    'POST /posts/by-page',
    'PATCH /posts/:post',
    'POST /posts/:post/updates',
    'POST /posts/:post/urls',
  ],
  moderation: [
    'PUT /users/:username/role',
    'PATCH /moderation/settings',
    'PUT /moderation/canned-reasons',
    'POST /moderation/comments/:id/decisions',
    'POST /moderation/comments/:id/notes',
    'POST /moderation/posts/:post/decisions',
    'DELETE /posts/:post',
    'POST /posts/:post/merge',
    'POST /comments/:id/move',
    'POST /moderation/users/:id/decisions',
    'POST /moderation/decisions/:id/undo',
    'PUT /moderation/decisions/:id/evidence',
    'DELETE /moderation/decisions/:id/evidence',
    'POST /moderation/queue/:id/dismissal',
    'PUT /moderation/queue/:id/claim',
    'DELETE /moderation/queue/:id/claim',
    'PUT /moderation/queue/:id/escalation',
    'DELETE /moderation/queue/:id/escalation',
    'POST /jobs/failed/:id/retry',
  ],
  bulk: ['POST /moderation/bulk', 'POST /moderation/bulk/:id/cancel'],
};

const CLASS_OF: ReadonlyMap<string, LimitName> = new Map(
  Object.entries(ROUTES).flatMap(([name, routes]) =>
    routes.map((route) => [route.replace(' ', ' /api/v1'), name as LimitName] as const),
  ),
);

/**
 * Uncounted routes: cached responses that are the same for everyone, monitoring, and preflights.
 */
const FREE =
  /^(OPTIONS |GET \/(health\/|metrics$|embed(\.js$|\/)|(count|account|decide|security)\.js$|robots\.txt$|favicon\.svg$|api\/(docs|openapi\.json$)))/;

/** The routes with an entry here, such as `POST /api/v1/posts`. */
export const NAMED_ROUTES: readonly string[] = [...CLASS_OF.keys()];

/** The routes of a class, without `/api/v1`; of the reads only those with an entry of their own. */
export function routesOf(name: LimitName): readonly string[] {
  return ROUTES[name] ?? [];
}

/**
 * The class of a route. A read without an entry belongs to `reads`.
 * @returns null for an uncounted route
 * @throws for any other route without an entry, so that no route is left unlimited by mistake
 */
export function classOf(method: string, url: string): LimitName | null {
  const route = `${method === 'HEAD' ? 'GET' : method} ${url}`;
  if (FREE.test(route)) return null;
  const name = CLASS_OF.get(route) ?? (route.startsWith('GET ') ? 'reads' : undefined);
  if (!name) {
    throw new Error(
      `No limit is stated for ${route}: name it in src/auth/limits/route-classes.ts.`,
    );
  }
  return name;
}
