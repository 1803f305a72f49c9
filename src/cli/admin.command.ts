import type { INestApplicationContext } from '@nestjs/common';
import { ConfigFault } from '../config/config-fault.js';
import { DomainError } from '../problems/domain-error.js';
import { type Role, ROLES } from '../users/viewer/viewer.js';

export const ADMIN_USAGE =
  'Usage: npm run admin -- password LOGIN          a new password, shown once; all sessions end\n' +
  `       npm run admin -- role USERNAME ${ROLES.join('|')}\n` +
  '       npm run admin -- recovery-code LOGIN     one more code, in place of one of the app\n' +
  '       npm run admin -- read-only on|off        whether nothing is taken that others would see';

type Work = (context: INestApplicationContext) => Promise<string>;

/** Commands for the operator of the machine. They work whether or not the service runs. */
export async function runAdmin(args: string[]): Promise<void> {
  const work = workOf(args);
  if (!work) throw new ConfigFault(ADMIN_USAGE);
  // Loading the service takes a second, so invalid arguments are reported before.
  const { withAccounts } = await import('./account-context.js');
  try {
    console.log(await withAccounts(work));
  } catch (error) {
    throw error instanceof DomainError ? new ConfigFault(error.message) : error;
  }
}

function workOf([command, subject, value, ...rest]: string[]): Work | null {
  if (rest.length > 0 || !subject) return null;
  if (command === 'password' && !value) return renewPassword(subject);
  if (command === 'recovery-code' && !value) return addRecoveryCode(subject);
  if (command === 'role' && isRole(value)) return giveRole(subject, value);
  if (command === 'read-only' && !value && /^(on|off)$/.test(subject))
    return setReadOnly(subject === 'on');
  return null;
}

function isRole(value: string | undefined): value is Role {
  return (ROLES as readonly (string | undefined)[]).includes(value);
}

const renewPassword =
  (login: string): Work =>
  async (context) => {
    const { AccountRepair } = await import('../auth/identity/account-repair.js');
    const { user, password } = await context.get(AccountRepair).renewPassword(login);
    return `The password of ${user.username} is now ${password}\nAll sessions of the account have ended.`;
  };

const addRecoveryCode =
  (login: string): Work =>
  async (context) => {
    const { FactorRepair } = await import('../auth/factors/factor-repair.js');
    const { user, code } = await context.get(FactorRepair).addRecoveryCode(login);
    return `A recovery code of ${user.username}: ${code}\nIt works once, in place of a code of the app.`;
  };

const giveRole =
  (username: string, role: Role): Work =>
  async (context) => {
    const { UsersService } = await import('../users/accounts/users.service.js');
    const user = await context.get(UsersService).setRoleOnTheMachine(username, role);
    return `The role of ${user.username} is now ${role}.`;
  };

const setReadOnly =
  (readOnly: boolean): Work =>
  async (context) => {
    const { Settings } = await import('../settings/settings.js');
    const { Acts } = await import('../acts/acts.js');
    const settings = context.get(Settings);
    await context.get(Acts).run((act) => settings.change(act, { readOnly }));
    return readOnly ? 'The site is read-only now.' : 'The site takes comments again.';
  };
