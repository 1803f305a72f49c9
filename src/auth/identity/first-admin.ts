import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/app-config.js';
import { ConfigFault } from '../../config/config-fault.js';
import { Database } from '../../database/database.js';
import { findEmailFault } from '../../users/accounts/email.js';
import { EmailTaken, NameTaken } from '../../users/viewer/users.errors.js';
import { UsersRepository } from '../../users/accounts/users.repository.js';
import { InvalidInput } from '../../problems/general.errors.js';
import { assertHardToGuess } from '../passwords/guessable-passwords.js';
import { findPasswordFault, Passwords } from '../passwords/passwords.js';
import { makePassword } from './account-repair.js';

export interface MadeAdmin {
  email: string;
  password: string;
  /** Whether the password was generated, so that it must be shown. */
  madePassword: boolean;
}

const DEFAULT_EMAIL = 'admin@localhost';
const NAMES = { username: 'admin', displayName: 'Administrator' };

/** The first administrator. */
@Injectable()
export class FirstAdmin {
  constructor(
    private readonly config: AppConfig,
    private readonly database: Database,
    private readonly users: UsersRepository,
    private readonly passwords: Passwords,
  ) {}

  /**
   * Creates an administrator if there is none. It is safe if several nodes call it at once.
   * @returns the data to show to the operator, once; null when there is an administrator already
   * @throws ConfigFault for an e-mail address or password that cannot be used
   */
  async ensure(): Promise<MadeAdmin | null> {
    const admin = this.choose();
    if (await this.users.adminExists()) return null;
    await assertUsable(admin);
    const passwordHash = await this.passwords.hash(admin.password);
    try {
      await this.database.transaction((tx) =>
        this.users.insertMember(tx, { ...NAMES, email: admin.email, role: 'admin', passwordHash }),
      );
      return admin;
    } catch (error) {
      if (!(error instanceof EmailTaken || error instanceof NameTaken)) throw error;
      if (await this.users.adminExists()) return null;
      throw new ConfigFault(
        `The first administrator cannot be made, since an account has the address of ADMIN_EMAIL or the name "${NAMES.username}"; set ADMIN_EMAIL to another address.`,
      );
    }
  }

  private choose(): MadeAdmin {
    const { adminEmail, adminPassword } = this.config;
    const emailFault = adminEmail && findEmailFault(adminEmail);
    if (emailFault) throw new ConfigFault(`ADMIN_EMAIL cannot be used. ${emailFault.detail}`);
    const passwordFault = adminPassword && findPasswordFault(adminPassword);
    if (passwordFault)
      throw new ConfigFault(`ADMIN_PASSWORD cannot be used. ${passwordFault.detail}`);
    return {
      email: adminEmail ?? DEFAULT_EMAIL,
      password: adminPassword ?? makePassword(),
      madePassword: adminPassword === null,
    };
  }
}

async function assertUsable({ email, password }: MadeAdmin): Promise<void> {
  try {
    await assertHardToGuess(password, [email, NAMES.username, NAMES.displayName]);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new ConfigFault(`ADMIN_PASSWORD cannot be used. ${error.errors![0].detail}`);
  }
}
