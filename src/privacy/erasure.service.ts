import { Injectable } from '@nestjs/common';
import { Acts } from '../acts/acts.js';
import { PresentPassword } from '../auth/identity/present-password.js';
import { SessionsService } from '../auth/sessions/sessions.service.js';
import { AuthorshipRepository } from '../comments/authors/authorship.repository.js';
import { Database } from '../database/database.js';
import type { Caller } from '../input/caller-gone.js';
import { Jobs } from '../jobs/jobs.js';
import type { NewJob } from '../jobs/new-job.js';
import type { HeldBackView } from '../moderation/evidence/evidence.dto.js';
import { EvidenceRepository } from '../moderation/evidence/evidence.repository.js';
import { AccountEnding } from '../users/accounts/account-ending.js';
import type { Member } from '../users/viewer/viewer.js';
import type { CommentsHandling, EraseMeDto, ErasureView } from './erasure.dto.js';
import { ErasureNotFound } from './erasure.errors.js';
import { ErasuresRepository } from './erasures.repository.js';

/** The task that erases an account, by its id. */
export const ERASURE = 'erasure';

/** How long an account is closed before it is erased. Until then the erasure can be cancelled. */
const GRACE_SECONDS = 24 * 3_600;

/** Requests and cancels erasures. */
@Injectable()
export class ErasureService {
  constructor(
    private readonly present: PresentPassword,
    private readonly ending: AccountEnding,
    private readonly erasures: ErasuresRepository,
    private readonly sessions: SessionsService,
    private readonly authorships: AuthorshipRepository,
    private readonly evidence: EvidenceRepository,
    private readonly jobs: Jobs,
    private readonly acts: Acts,
    private readonly database: Database,
  ) {}

  /**
   * Closes an account, and schedules its erasure. A guest is erased at once, because nobody can
   * sign in as that guest again. The session is the only proof that a guest has.
   * @throws WrongPassword, FreshSignInRequired, SecondFactorRequired, SessionEnded
   * @throws LastAdmin
   */
  async ask(
    member: Member,
    { comments, current }: EraseMeDto,
    caller: Caller,
  ): Promise<ErasureView> {
    if (!member.guest) await this.present.confirmIfSet(member, current, caller);
    const graceSeconds = member.guest ? 0 : GRACE_SECONDS;
    const erasure = await this.acts.run(async (act) => {
      await this.ending.close(act, member);
      // The session may have ended while the password was checked.
      await this.sessions.hold(act, member);
      const erasure = await this.erasures.insert(act, member.id, { comments, graceSeconds });
      await this.sessions.revokeAll(act, member.id, 'erasure');
      await this.jobs.enqueue(act, jobOf(member.id, new Date(erasure.dueAt)));
      return erasure;
    });
    return { ...erasure, heldBack: await this.listHeldBack(member) };
  }

  /** Ensures that each erasure has its job, because an import of the site creates none. */
  async enqueueAll(): Promise<void> {
    const waiting = await this.erasures.list();
    await this.jobs.enqueueAll(
      this.database,
      waiting.map(({ userId, dueAt }) => jobOf(userId, dueAt)),
    );
  }

  /** Schedules an erasure that starts at once. */
  async insertDue(userId: string, comments: CommentsHandling): Promise<void> {
    await this.database.transaction((tx) =>
      this.erasures.insert(tx, userId, { comments, graceSeconds: 0 }),
    );
  }

  /** @throws ErasureNotFound */
  async get(member: Member): Promise<ErasureView> {
    const erasure = await this.erasures.find(member.id);
    if (!erasure) throw new ErasureNotFound();
    return { ...erasure, heldBack: await this.listHeldBack(member) };
  }

  /** Includes texts from before the account, whose authors it has claimed. */
  private async listHeldBack({ id }: Member): Promise<HeldBackView[]> {
    return this.evidence.listHeldBack([id, ...(await this.authorships.listTaken(id))]);
  }

  /** @throws ErasureNotFound also when it has started */
  async cancel(member: Member): Promise<void> {
    await this.acts.run(async (act) => {
      if (!(await this.erasures.cancel(act, member.id))) throw new ErasureNotFound();
      await this.ending.reopen(act, member.id);
    });
  }
}

function jobOf(userId: string, runAt: Date): NewJob {
  return { task: ERASURE, payload: { userId }, key: `${ERASURE}:${userId}`, runAt };
}
