import { Inject, Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../src/database/database.js';
import {
  type MailedItem,
  MailingsRepository,
} from '../../../src/notifications/mailing/mailings.repository.js';

/** Mails comments as they were when written, even if they were hidden since. */
@Injectable()
export class MailsWhatIsHidden extends MailingsRepository {
  constructor(@Inject(Database) private readonly rows: Database) {
    super(rows);
  }

  override async hasDue(): Promise<boolean> {
    const [{ hidden }] = await this.rows.query<{ hidden: boolean }>({
      text: `select exists (select from notifications where state = 'withheld') as hidden`,
    });
    return hidden || super.hasDue();
  }

  override async gather(tx: Tx): Promise<string[]> {
    await tx.query({
      text: `update notifications set state = 'told', mail_due_at = now() where state = 'withheld'`,
    });
    return super.gather(tx);
  }

  override listItems(mailId: string): Promise<MailedItem[]> {
    return this.rows.query<MailedItem>({
      text: `select n.type, n.comment_id as "commentId", u.display_name as author, c.html, null as statement,
               json_build_object('id', p.id, 'slug', p.slug, 'title', p.title, 'url', p.url) as post,
               count(*) over ()::integer as count
             from notifications n join comments c on c.id = n.comment_id
               join users u on u.id = c.author_id join posts p on p.id = c.post_id
             where n.mail_id = $1 order by n.id limit 20`,
      values: [mailId],
    });
  }

  override async finish(mailId: string): Promise<void> {
    await this.rows.execute({
      text: 'update notifications set mail_id = null where mail_id = $1',
      values: [mailId],
    });
  }
}
