import { Injectable } from '@nestjs/common';
import { LINE_BYTES, SITE_BYTES } from '../flags/address-clusters.js';
import { instantSql } from '../../database/json-text.js';
import { Database, type Queryable, type Tx } from '../../database/database.js';
import type { NoticeView, SendNoticeDto } from './notices.dto.js';
import type { Reason } from '../../comments/shape/reason-codes.js';
import { keepTextSql } from '../flags/flags.repository.js';

export interface NewNotice
  extends
    Pick<NoticeView, 'id' | 'reference' | 'commentId'>,
    Pick<SendNoticeDto, 'category' | 'explanation' | 'name' | 'email'> {
  /** SHA-256. */
  secretHash: Buffer;
  commentVersion: number;
  postId: string;
  cluster: Buffer;
}

export interface NoticeRow extends Omit<NoticeView, 'outcome'> {
  secretHash: Buffer;
  action: string | null;
  reason: Reason | null;
}

export interface NoticeCount {
  hour: number;
  day: number;
}

@Injectable()
export class NoticesRepository {
  constructor(private readonly database: Database) {}

  /** Notices of one site are serialised, so that their count is exact. */
  async takeTurn(tx: Tx, cluster: Buffer): Promise<void> {
    await tx.query({
      name: 'notices_turn',
      text: `select pg_advisory_xact_lock(hashtextextended(encode(substring($1::bytea for ${SITE_BYTES}), 'hex'), 0))`,
      values: [cluster],
    });
  }

  /**
   * The number of notices within the last hour and day from the home line of a network, and from
   * its site.
   */
  async countOf(from: Queryable, cluster: Buffer): Promise<Record<'line' | 'site', NoticeCount>> {
    const counts = (which: string) => `json_build_object(
      'hour', count(*) filter (where ${which} and created_at > now() - interval '1 hour'),
      'day', count(*) filter (where ${which}))`;
    const site = cluster.subarray(0, SITE_BYTES);
    const [counted] = await from.query<Record<'line' | 'site', NoticeCount>>({
      name: 'notices_count',
      text: `select ${counts(`substring(cluster for ${LINE_BYTES}) = $3`)} as line, ${counts('true')} as site
             from notices where cluster between $1 and $2 and created_at > now() - interval '1 day'`,
      values: [
        site,
        Buffer.concat([site, Buffer.alloc(cluster.length - SITE_BYTES, 0xff)]),
        cluster.subarray(0, LINE_BYTES),
      ],
    });
    return counted;
  }

  /** Stores the notice, and the reported text. */
  async insert(tx: Tx, notice: NewNotice): Promise<string> {
    const [{ createdAt }] = await tx.query<{ createdAt: string }>({
      name: 'notices_insert',
      text: `with kept as (${keepTextSql('$4')})
             insert into notices (id, reference, secret_hash, comment_id, comment_version, post_id, category,
               explanation, name, email, cluster)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
             returning ${instantSql('created_at')} as "createdAt"`,
      values: [
        notice.id,
        notice.reference,
        notice.secretHash,
        notice.commentId,
        notice.commentVersion,
        notice.postId,
        notice.category,
        notice.explanation,
        notice.name || null,
        notice.email || null,
        notice.cluster,
      ],
    });
    return createdAt;
  }

  async find(id: string): Promise<NoticeRow | null> {
    return this.database.first<NoticeRow>({
      name: 'notices_find',
      text: `select id, reference, secret_hash as "secretHash", comment_id as "commentId", category, state,
               action, reason, ${instantSql('created_at')} as "createdAt",
               ${instantSql('decided_at')} as "decidedAt",
               (select coalesce(json_agg(json_build_object('type', e.type, 'at', ${instantSql('e.at')})
                  order by e.number), '[]') from notice_events e where e.notice_id = notices.id) as history
             from notices where id = $1`,
      values: [id],
    });
  }
}
