import { Injectable } from '@nestjs/common';
import { emailKey } from '../../users/accounts/email.js';
import { UserEmailsRepository } from '../../users/accounts/user-emails.repository.js';
import type { BounceDto } from './bounces.dto.js';
import { ReturnAddresses } from './return-addresses.js';

/** Processes reports of bounces. */
@Injectable()
export class BouncesService {
  constructor(
    private readonly returns: ReturnAddresses,
    private readonly emails: UserEmailsRepository,
  ) {}

  /** @returns the number of addresses that get no more mail */
  async take(bounces: readonly BounceDto[]): Promise<number> {
    let stopped = 0;
    for (const bounce of bounces) {
      // The mail server retries by itself.
      if (bounce.kind === 'temporary') continue;
      const key = await this.keyOf(bounce);
      if (key !== null && (await this.emails.noteFailure(key))) stopped += 1;
    }
    return stopped;
  }

  private async keyOf({ returnAddress, address }: BounceDto): Promise<string | null> {
    if (returnAddress !== undefined) return this.returns.read(returnAddress);
    return address === undefined ? null : emailKey(address);
  }
}
