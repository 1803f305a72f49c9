import { Injectable } from '@nestjs/common';
import { instantSql } from '../../database/json-text.js';
import { Database } from '../../database/database.js';
import type { DecisionView } from './decision-view.dto.js';
import { DECISION_JOINS, DECISION_VIEW } from './decisions.repository.js';
import type { PublicDecisionView } from './log.dto.js';
import type { TransparencyFacts } from './transparency.js';

/** What nobody but moderators has to do with. */
const UNPUBLISHED = `('note', 'dismiss')`;

/** Reading the log of decisions. */
@Injectable()
export class LogRepository {
  constructor(private readonly database: Database) {}

  /** The newest first; `beforeId` is the last one of the page before. */
  async list(limit: number, beforeId: string): Promise<DecisionView[]> {
    return this.database.query<DecisionView>({
      name: 'log_list',
      text: `select ${DECISION_VIEW} from decisions d ${DECISION_JOINS}
             where d.id < $2 order by d.id desc limit $1`,
      values: [limit, beforeId],
    });
  }

  /**
   * Without names, words and ids of what was decided on. What was taken back within its minute is not
   * there, nor the taking back.
   */
  async listPublic(
    limit: number,
    beforeId: string,
    graceSeconds: number,
  ): Promise<(PublicDecisionView & { id: string })[]> {
    return this.database.query<PublicDecisionView & { id: string }>({
      name: 'log_public',
      text: `select d.id, d.action, d.subject, d.reason, d.rule, 'Moderation' as by,
               exists (select 1 from decisions later where later.undoes = d.id) as undone,
               ${instantSql('d.created_at')} as at
             from decisions d
             where d.id < $2 and d.action not in ${UNPUBLISHED}
               and d.created_at <= now() - make_interval(secs => $3)
               and not exists (select 1 from decisions later where later.undoes = d.id
                 and later.created_at < d.created_at + make_interval(secs => $3))
               and not exists (select 1 from decisions former where former.id = d.undoes
                 and d.created_at < former.created_at + make_interval(secs => $3))
             order by d.id desc limit $1`,
      values: [limit, beforeId, graceSeconds],
    });
  }

  /** The oldest first, from an id on. */
  async listAfter(afterId: string, limit: number): Promise<DecisionView[]> {
    return this.database.query<DecisionView>({
      name: 'log_after',
      text: `select ${DECISION_VIEW} from decisions d ${DECISION_JOINS}
             where d.id > $1 order by d.id limit $2`,
      values: [afterId, limit],
    });
  }

  async listFactsAfter(afterId: string, limit: number): Promise<TransparencyFacts[]> {
    return this.database.query<TransparencyFacts>({
      name: 'log_facts_after',
      text: `select id, subject, action, reason, rule, led_by as "ledBy", moderator_id as "moderatorId",
               until, content_at as "contentAt", created_at as "createdAt"
             from decisions where id > $1 order by id limit $2`,
      values: [afterId, limit],
    });
  }
}
