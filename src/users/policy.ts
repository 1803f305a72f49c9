import { applyDecorators, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import { RoleRequired, SignInRequired } from './users.errors.js';
import { isAdmin, isModerator, type Viewer } from './viewer.js';

/**
 * Who may call a route; every route states it. `token` takes an access token of ours even when
 * its session has ended, and hands its claims on instead of a viewer.
 */
export type Policy = 'public' | 'signed-in' | 'staff' | 'admin' | 'token';

type PolicyDecorator = MethodDecorator & ClassDecorator;

const POLICY = 'colloquy:policy';

/** Everybody, signed in or not; a bad token is refused all the same. */
export const Public = (): PolicyDecorator => SetMetadata(POLICY, 'public' satisfies Policy);
export const SignedIn = (): PolicyDecorator => withToken('signed-in');
/** Moderators and administrators. */
export const Staff = (): PolicyDecorator => withToken('staff');
export const AdminOnly = (): PolicyDecorator => withToken('admin');
export const TokenOnly = (): PolicyDecorator => withToken('token');

function withToken(policy: Policy): PolicyDecorator {
  return applyDecorators(SetMetadata(POLICY, policy), ApiBearerAuth());
}

/** The policy of a route: the method's, or else its controller's. */
export function findPolicy(handler: object, controller: object): Policy | undefined {
  return (Reflect.getMetadata(POLICY, handler) ?? Reflect.getMetadata(POLICY, controller)) as
    Policy | undefined;
}

export function policyOf(context: ExecutionContext): Policy | undefined {
  return findPolicy(context.getHandler(), context.getClass());
}

/**
 * @throws SignInRequired when a guest asks for more than the public may
 * @throws RoleRequired when the role is not enough
 */
export function assertAllowed(viewer: Viewer, policy: Policy): void {
  if (policy === 'public') return;
  if (!viewer) throw new SignInRequired();
  if (policy === 'staff' && !isModerator(viewer)) {
    throw new RoleRequired('moderators and administrators');
  }
  if (policy === 'admin' && !isAdmin(viewer)) throw new RoleRequired('administrators');
}
