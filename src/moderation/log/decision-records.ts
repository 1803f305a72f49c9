import { Injectable } from '@nestjs/common';
import type { Act } from '../../acts/acts.js';
import type { DecisionView } from '../terms/decision-view.dto.js';
import { DecisionsRepository, type NewDecision } from './decisions.repository.js';
import { StatementsRepository } from '../statements/statements.repository.js';
import { isTold, statementText } from '../statements/statement-text.js';
import { languageOf } from '../../text/plain/languages.js';

/** How long a decision can be undone before its author sees it. */
export const GRACE_SECONDS = 60;

/** Records a decision in the log, and as a statement of reasons for the affected user. */
@Injectable()
export class DecisionRecords {
  constructor(
    private readonly decisions: DecisionsRepository,
    private readonly statements: StatementsRepository,
  ) {}

  /** @param told false if the decision changes nothing for anybody, so that nobody is notified */
  async write(act: Act, decision: NewDecision, told = true): Promise<DecisionView> {
    const view = await this.decisions.insert(act, decision);
    const { userId, moderatorId } = decision;
    if (told && userId && isTold(view.action)) {
      // A hold shows on the comment at once, and cannot be undone unseen within a minute.
      await this.tell(act, view, userId, moderatorId === null ? 0 : GRACE_SECONDS);
    }
    return view;
  }

  private async tell(act: Act, view: DecisionView, userId: string, delay: number): Promise<void> {
    const { id, postId, reason } = view;
    const language = languageOf(await this.statements.findLanguage(act, postId, userId));
    const canned = reason && (await this.statements.findCanned(act, reason, language));
    const text = statementText({ ...view, language, canned });
    await this.statements.insert(act, { decisionId: id, userId, language, delay, text });
  }
}
