import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { NIL } from '../../database/ids.js';
import { AppConfig } from '../../config/app-config.js';
import { Database } from '../../database/database.js';
import { FactorsRepository } from './factors.repository.js';
import { TotpSecrets } from './totp-secrets.js';

const A_PIECE = 500;

/**
 * Seals secrets again with the current key while `AUTH_SECRET` changes. Otherwise an app that is
 * not used meanwhile would be lost with the former key.
 */
@Injectable()
export class TotpResealing implements OnApplicationBootstrap {
  constructor(
    private readonly config: AppConfig,
    private readonly database: Database,
    private readonly factors: FactorsRepository,
    private readonly secrets: TotpSecrets,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.previousAuthSecret === null) return;
    for (let after: string | undefined = NIL; after !== undefined;) {
      const piece = await this.factors.listSecrets(after, A_PIECE);
      for (const { userId, secret } of piece) await this.reseal(userId, secret);
      after = piece.at(-1)?.userId;
    }
  }

  private async reseal(userId: string, secret: Buffer): Promise<void> {
    const opened = this.secrets.open(secret, userId);
    if (!opened?.isOutdated) return;
    const sealed = this.secrets.seal(opened.secret, userId);
    await this.factors.replaceSecret(this.database, userId, secret, sealed);
  }
}
