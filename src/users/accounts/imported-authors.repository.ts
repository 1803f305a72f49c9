import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/database.js';

/** The key of an erased author: a repeated import finds it, and does not restore the name. */
export function erasedKey(key: string): string {
  return `'erased:' || encode(sha256(convert_to(${key}, 'UTF8')), 'hex')`;
}

interface ImportedName {
  displayName: string;
  source: string;
  foreignKey: string;
}

export interface ImportedAuthor extends ImportedName {
  id: string;
  createdAt: Date;
}

/** Authors of imported comments, who have no account. */
@Injectable()
export class ImportedAuthorsRepository {
  /**
   * Stores an imported author, once for each (source, foreignKey). It claims no name.
   * @returns the id of the stored author
   */
  async insert(tx: Tx, author: ImportedAuthor): Promise<string> {
    const { id, displayName, source, foreignKey, createdAt } = author;
    const [erased] = await tx.query<{ id: string }>({
      text: `select id from users where source = $1 and foreign_key = ${erasedKey('$2')}`,
      values: [source, foreignKey],
    });
    if (erased) return erased.id;
    const [inserted] = await tx.query<{ id: string }>({
      text: `insert into users (id, kind, display_name, source, foreign_key, created_at)
             values ($1, 'imported', $2, $3, $4, $5)
             on conflict (source, foreign_key) where source is not null do nothing returning id`,
      values: [id, displayName, source, foreignKey, createdAt],
    });
    if (inserted) return inserted.id;
    const [kept] = await tx.query<{ id: string }>({
      text: 'select id from users where source = $1 and foreign_key = $2',
      values: [source, foreignKey],
    });
    return kept.id;
  }

  /** The id of an imported author with this key and this name. */
  async find(tx: Tx, { source, foreignKey, displayName }: ImportedName) {
    const [found] = await tx.query<{ id: string }>({
      text: `select id from users where source = $1
               and (foreign_key = $2 and display_name = $3 or foreign_key = ${erasedKey('$2')})`,
      values: [source, foreignKey, displayName],
    });
    return found?.id ?? null;
  }
}
