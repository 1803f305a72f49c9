import { applyDecorators, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import {
  AccountBanned,
  AccountClosing,
  AccountRequired,
  AccountSuspended,
  RoleRequired,
  SecondFactorRequired,
  SignInRequired,
} from './users.errors.js';
import { isAdmin, isModerator, isShutOut, type Member, type Viewer } from './viewer.js';

/**
 * The callers that a route admits; every route must declare it. A write is assumed to change what
 * others see, so it requires an active standing unless its policy says otherwise.
 * `token` accepts an access token of this service even when its session has ended, or none, and
 * passes its claims on instead of a viewer.
 */
export type Policy =
  | 'public'
  | 'entry'
  | 'signed-in'
  | 'private'
  | 'own-data'
  | 'staff'
  | 'admin'
  | 'token';

type PolicyDecorator = MethodDecorator & ClassDecorator;

const POLICY = 'colloquy:policy';

/** Everybody, signed in or not; an invalid token is still refused. */
export const Public = (): PolicyDecorator => SetMetadata(POLICY, 'public' satisfies Policy);
/** Sign-in routes: for everybody, with any standing. */
export const Entry = (): PolicyDecorator => SetMetadata(POLICY, 'entry' satisfies Policy);
export const SignedIn = (): PolicyDecorator => withToken('signed-in');
/** Changes that only the caller sees, such as the read position. Also for suspended accounts. */
export const Private = (): PolicyDecorator => withToken('private');
/**
 * Reading, exporting, contesting or erasing one's own data. Also for banned accounts, and for those
 * whose erasure is pending.
 */
export const OwnData = (): PolicyDecorator => withToken('own-data');
/** Moderators and administrators. */
export const Staff = (): PolicyDecorator => withToken('staff');
export const AdminOnly = (): PolicyDecorator => withToken('admin');
export const TokenOnly = (): PolicyDecorator => withToken('token');

const NAMED_GUESTS = 'colloquy:named-guests';

/**
 * Opens a route to named guests as well. Without it they can read, sign in, and see their own data;
 * all other routes that require signing in require an account.
 */
export const GuestsToo = (): MethodDecorator => SetMetadata(NAMED_GUESTS, true);

function withToken(policy: Policy): PolicyDecorator {
  return applyDecorators(SetMetadata(POLICY, policy), ApiBearerAuth());
}

/** The policy of a route: the method's, or else its controller's. */
export function findPolicy(handler: object, controller: object): Policy | undefined {
  return (Reflect.getMetadata(POLICY, handler) ?? Reflect.getMetadata(POLICY, controller)) as
    | Policy
    | undefined;
}

const WITHOUT_TERMS = 'colloquy:without-terms';

/**
 * A change that others see, but that contains no text, so it requires no acceptance of the terms.
 */
export const WithoutTerms = (): MethodDecorator => SetMetadata(WITHOUT_TERMS, true);

/**
 * Whether a write requires accepted terms. Writes of readers do, except deletions. Actions of
 * moderators do not, so that new terms block nobody from the queue.
 */
export function needsTerms(context: ExecutionContext, policy: Policy, method: string): boolean {
  if (policy !== 'signed-in' || method === 'DELETE') return false;
  return Reflect.getMetadata(WITHOUT_TERMS, context.getHandler()) !== true;
}

export function isOpenToNamedGuests(context: ExecutionContext): boolean {
  return Reflect.getMetadata(NAMED_GUESTS, context.getHandler()) === true;
}

const PRIVATE_FIELDS = 'colloquy:private-fields';

/**
 * A request with only these fields changes nothing that others see, so it is treated as on a
 * `Private` route.
 */
export const PrivateFields = (...fields: readonly string[]): MethodDecorator =>
  SetMetadata(PRIVATE_FIELDS, fields);

/** @param body of the request */
export function policyOf(context: ExecutionContext, body: unknown): Policy | undefined {
  const handler = context.getHandler();
  const fields = Reflect.getMetadata(PRIVATE_FIELDS, handler) as readonly string[] | undefined;
  return fields && hasOnly(body, fields) ? 'private' : findPolicy(handler, context.getClass());
}

function hasOnly(body: unknown, fields: readonly string[]): boolean {
  const given = Object.keys(body ?? {});
  return given.length > 0 && given.every((field) => fields.includes(field));
}

const OPEN_TO_GUESTS: ReadonlySet<Policy> = new Set(['public', 'entry']);
/** Policies that also admit banned accounts, and those about to be erased. */
const OPEN_TO_SHUT_OUT: ReadonlySet<Policy> = new Set(['entry', 'own-data']);
/** Policies of changes that only the caller sees. */
const SEEN_BY_NOBODY_ELSE: ReadonlySet<Policy> = new Set(['entry', 'own-data', 'private']);

/**
 * Whether a read-only site refuses a write: it does if others see the change, except on routes for
 * administrators.
 */
export function needsWritableSite(policy: Policy): boolean {
  return policy === 'public' || policy === 'signed-in' || policy === 'staff';
}

/**
 * Checks a caller: the role decides what they may read, role and standing what they may change.
 * @param reads whether the request changes nothing
 * @returns the effective viewer: a banned or closing account reads public routes as a guest does
 * @throws SignInRequired when a guest needs an account
 * @throws AccountBanned, AccountClosing, AccountSuspended
 * @throws RoleRequired when the role is not enough
 * @throws SecondFactorRequired when the role would be enough in a session with two factors
 */
export function admit(viewer: Viewer, policy: Policy, reads: boolean): Viewer {
  if (!viewer) {
    if (OPEN_TO_GUESTS.has(policy)) return null;
    throw new SignInRequired();
  }
  if (isShutOut(viewer) && policy === 'public' && reads) return null;
  assertStanding(viewer, policy, reads);
  if (viewer.lacksFactor && (policy === 'staff' || policy === 'admin')) {
    throw new SecondFactorRequired();
  }
  if (policy === 'staff' && !isModerator(viewer)) {
    throw new RoleRequired('moderators and administrators');
  }
  if (policy === 'admin' && !isAdmin(viewer)) throw new RoleRequired('administrators');
  return viewer;
}

/** @throws AccountRequired for a named guest, if the route is not open to them */
export function assertAccount(viewer: Viewer, policy: Policy, openToNamedGuests: boolean): void {
  if (!viewer?.guest || openToNamedGuests) return;
  if (policy === 'signed-in' || policy === 'private') throw new AccountRequired();
}

function assertStanding({ standing }: Member, policy: Policy, reads: boolean): void {
  if (!OPEN_TO_SHUT_OUT.has(policy)) {
    if (standing === 'banned') throw new AccountBanned();
    if (standing === 'closing') throw new AccountClosing();
  }
  if (standing !== 'suspended' || reads || SEEN_BY_NOBODY_ELSE.has(policy)) return;
  throw new AccountSuspended();
}
