import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Acts } from '../../acts/acts.js';
import { newId } from '../../database/ids.js';
import { Jobs } from '../../jobs/jobs.js';
import { Tasks } from '../../jobs/tasks.js';
import { emailKey } from '../../users/accounts/email.js';
import { Limits } from '../limits/limits.js';
import {
  type Claimant,
  type ProofRequest,
  ProofRequestsRepository,
} from './proof-requests.repository.js';
import { Proofs } from './proofs.service.js';

const TASK = 'proof-request';

type Asked = Pick<ProofRequest, 'purpose' | 'language'> & { email: string };

/**
 * Requests of links by address. A request is only stored. The account of the address is looked up
 * after the response, so the response is the same for an unknown address, down to the statements.
 */
@Injectable()
export class ProofRequests implements OnModuleInit {
  constructor(
    private readonly requests: ProofRequestsRepository,
    private readonly proofs: Proofs,
    private readonly acts: Acts,
    private readonly jobs: Jobs,
    private readonly tasks: Tasks,
    private readonly limits: Limits,
  ) {}

  onModuleInit(): void {
    this.tasks.handle<{ requestId: string }>(TASK, ({ requestId }) => this.answer(requestId));
  }

  /**
   * @param address of the caller
   * @throws NoMail
   * @throws TooManyRequests whether or not the address has an account
   */
  async ask({ purpose, email, language }: Asked, address: string): Promise<void> {
    this.proofs.assertMail();
    const key = emailKey(email);
    await this.limits.takeMail(key, address);
    const id = newId();
    await this.acts.run(async (act) => {
      await this.requests.insert(act, { id, purpose, emailKey: key, language });
      await this.jobs.enqueue(act, { task: TASK, payload: { requestId: id } });
    });
  }

  private async answer(id: string): Promise<void> {
    await this.acts.run(async (act) => {
      const request = await this.requests.take(act, id);
      const claimant = request && (await this.requests.findClaimant(act, request.emailKey));
      if (!claimant || !isOfUse(request.purpose, claimant)) return;
      const { purpose, language } = request;
      await this.proofs.issue(act, claimant, { purpose, email: claimant.email, language });
    });
  }
}

/** A pending account has no password to reset, and a confirmed address is not confirmed again. */
function isOfUse(purpose: ProofRequest['purpose'], { emailKey, verified }: Claimant): boolean {
  return purpose === 'reset' ? emailKey !== null : !verified;
}
