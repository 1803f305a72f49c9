import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Act } from '../../acts/acts.js';
import { AppConfig } from '../../config/app-config.js';
import { newId } from '../../database/ids.js';
import { Retention } from '../../events/retention-job.js';
import { Jobs } from '../../jobs/jobs.js';
import type { Language } from '../../text/plain/languages.js';
import { emailKey } from '../../users/accounts/email.js';
import { UserEmailsRepository } from '../../users/accounts/user-emails.repository.js';
import { UsersRepository } from '../../users/accounts/users.repository.js';
import type { AddedWay } from '../factors/added-way.js';
import { type AccountState, ProofTokens, type Purpose, readProofToken } from './proof-tokens.js';
import { LinkNotValid, NoMail } from './proofs.errors.js';
import { type Proof, ProofsRepository } from './proofs.repository.js';

/** The task that mails a proof, by its id. */
export const PROOF_MAIL = 'proof-mail';

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** For how many seconds a link works. */
export const LASTS: Readonly<Record<Purpose, number>> = {
  confirm: 3 * DAY,
  reset: HOUR,
  change: DAY,
  'take-back': 7 * DAY,
  'not-me': 7 * DAY,
};

interface Wanted {
  purpose: Purpose;
  /** The address that gets the link. */
  email: string;
  language: Language;
  /** Only for `not-me`. */
  way?: AddedWay;
}

/** Creates and uses links in mails that prove access to a mailbox. Each works once. */
@Injectable()
export class Proofs implements OnModuleInit {
  constructor(
    private readonly proofs: ProofsRepository,
    private readonly tokens: ProofTokens,
    private readonly jobs: Jobs,
    private readonly users: UsersRepository,
    private readonly emails: UserEmailsRepository,
    private readonly retention: Retention,
    private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    this.retention.alsoRows('links of mails', { table: 'account_proofs', by: 'expires_at' });
    this.retention.alsoRows('requests for links', { table: 'proof_requests', by: 'created_at' });
    this.retention.alsoRows('accounts never confirmed', {
      table: 'users',
      by: 'pending_until',
      where: 'pending_until is not null',
    });
  }

  /** @throws NoMail when no mail server is configured */
  assertMail(): void {
    if (!this.config.hasMail) throw new NoMail();
  }

  /** Creates a link for an account. It is mailed if the transaction commits. */
  async issue(
    act: Act,
    account: AccountState & { id: string },
    { purpose, email, language, way }: Wanted,
  ): Promise<void> {
    const id = newId();
    if (purpose === 'confirm') await this.emails.keepPending(act, account.id, LASTS.confirm);
    await this.proofs.insert(act, {
      id,
      userId: account.id,
      purpose,
      email,
      emailKey: emailKey(email),
      state: this.tokens.stateOf(purpose, account),
      language,
      way: way ?? null,
      lastsSeconds: LASTS[purpose],
    });
    await this.jobs.enqueue(act, { task: PROOF_MAIL, payload: { proofId: id } });
  }

  /**
   * Checks whether a token can be used.
   * @throws LinkNotValid
   */
  async look(token: string, purposes: readonly Purpose[]): Promise<Proof> {
    return this.read(token, purposes, await this.findOf(token));
  }

  /**
   * Uses a token, which becomes invalid when the transaction commits. The account is locked before
   * it is read.
   * @throws LinkNotValid
   */
  async take(act: Act, token: string, purposes: readonly Purpose[]): Promise<Proof> {
    const { id, userId } = await this.look(token, purposes);
    await this.users.lock(act, userId);
    const proof = this.read(token, purposes, await this.proofs.find(id, act));
    if (!(await this.proofs.use(act, id))) throw new LinkNotValid();
    return proof;
  }

  /** Invalidates every other link of its account. */
  async endOthers(act: Act, proof: Proof): Promise<void> {
    await this.proofs.endOthers(act, proof);
  }

  /** The data for the mail of a proof; null when it is no longer needed. */
  async findToMail(id: string): Promise<{ proof: Proof; token: string } | null> {
    const proof = await this.proofs.find(id);
    if (!proof || !this.isUsable(proof)) return null;
    return { proof, token: this.tokens.derive(proof) };
  }

  private async findOf(token: string): Promise<Proof | null> {
    const presented = readProofToken(token);
    return presented && this.proofs.find(presented.id);
  }

  private read(token: string, purposes: readonly Purpose[], proof: Proof | null): Proof {
    const presented = readProofToken(token);
    if (!presented || !proof || !this.tokens.proves(presented, proof)) throw new LinkNotValid();
    if (!purposes.includes(proof.purpose) || !this.isUsable(proof)) throw new LinkNotValid();
    return proof;
  }

  private isUsable({ open, state, purpose, account }: Proof): boolean {
    return open && this.tokens.isState(state, purpose, account);
  }
}
