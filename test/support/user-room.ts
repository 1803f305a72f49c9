import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuthModule } from '../../src/auth/auth.module.js';
import { type Environment, parseConfig } from '../../src/config/app-config.js';
import { ConfigModule } from '../../src/config/config.module.js';
import { Database } from '../../src/database/database.js';
import { DatabaseModule } from '../../src/database/database.module.js';
import { newId } from '../../src/database/ids.js';
import { EventsModule } from '../../src/events/events.module.js';
import { UsersModule } from '../../src/users/users.module.js';
import { type NewMember, UsersRepository } from '../../src/users/accounts/users.repository.js';
import { UsersService } from '../../src/users/accounts/users.service.js';
import type { Asker } from '../../src/users/viewer/asker.js';
import type { Role } from '../../src/users/viewer/viewer.js';
import { RUN_FOLDER } from './run-folder.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

/** Only the rooms users and auth, on a separate database. */
export class UserRoom {
  database!: TestDatabase;
  app!: INestApplicationContext;
  users!: UsersService;
  repository!: UsersRepository;
  db!: Database;

  async open(): Promise<void> {
    this.database = await createTestDatabase();
    this.app = await this.start();
    this.users = this.app.get(UsersService);
    this.repository = this.app.get(UsersRepository);
    this.db = this.app.get(Database);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }

  empty(): Promise<unknown> {
    return this.database.query('truncate users cascade');
  }

  /** Starts another node on the same database. */
  readonly start = async (env: Environment = {}): Promise<INestApplicationContext> => {
    const config = parseConfig({
      AUTH_SECRET: 'kV2mT9xLq4Rz7YbN1cWf8PsJ5hGd3AeU',
      DATA_DIR: RUN_FOLDER,
      ...env,
    });
    @Module({
      imports: [
        ConfigModule.forRoot(config),
        DatabaseModule.forRoot(this.database.connection),
        EventsModule,
        UsersModule,
        AuthModule,
      ],
    })
    class Service {}
    return NestFactory.createApplicationContext(Service, { logger: false, abortOnError: false });
  };

  readonly join = (username: string, more: Partial<NewMember> = {}) =>
    this.db.transaction((tx) =>
      this.users.create(tx, {
        username,
        displayName: more.displayName ?? username,
        email: more.email ?? `${newId()}@example.org`,
        role: more.role ?? 'member',
        passwordHash: null,
      }),
    );

  readonly asMember = ({ id, role }: { id: string; role: Role }): Asker => ({
    id,
    role,
    standing: 'active',
    sessionId: newId(),
    expiresAt: Date.now() + 60_000,
    idempotencyKey: null,
  });

  /** The row count of a table, or of anything valid after `from`. */
  readonly count = async (what: string) =>
    (await this.database.query<{ rows: number }>(`select count(*)::int as rows from ${what}`))[0]
      .rows;
}
