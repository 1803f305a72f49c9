import type { Act, PageItem } from './act.js';

type Status = 'published' | 'removed' | 'deleted';

interface ModelComment {
  id: string;
  parentId: string | null;
  client: number;
  status: Status;
  version: number;
  body: string;
}

/** The expected behaviour of a thread: sequential, in memory. */
export class ThreadModel {
  private locked = false;
  private readonly comments = new Map<string, ModelComment>();

  copy(): ThreadModel {
    const copy = new ThreadModel();
    copy.locked = this.locked;
    for (const [id, comment] of this.comments) copy.comments.set(id, { ...comment });
    return copy;
  }

  /** All reasons to refuse an act at this moment; empty if it is accepted. */
  refusals(act: Act): string[] {
    switch (act.kind) {
      case 'create':
        return [...this.whileLocked(), ...this.parentRefusals(act)];
      case 'edit':
        return [
          ...this.whileLocked(),
          ...this.ownRefusals(act),
          ...this.mismatch(act, '412 version-mismatch'),
        ];
      case 'delete':
        return this.ownRefusals(act, ['deleted']);
      case 'remove':
        return this.decisionRefusals(act, 'published');
      case 'restore':
        return this.decisionRefusals(act, 'removed');
      case 'lock':
        return this.locked ? ['409 decision-does-not-fit'] : [];
      case 'unlock':
        return this.locked ? [] : ['409 decision-does-not-fit'];
    }
  }

  /** Whether an accepted act changes anything: deleting a deleted comment does not. */
  changes({ kind, id }: Act): boolean {
    return kind !== 'delete' || this.comments.get(id!)?.status !== 'deleted';
  }

  apply(act: Act): void {
    const { kind, id, parentId, client, body } = act;
    if (kind === 'lock' || kind === 'unlock') this.locked = kind === 'lock';
    else if (kind === 'create')
      this.comments.set(id!, { id: id!, parentId, client, status: 'published', version: 1, body });
    else {
      const comment = this.comments.get(id!)!;
      comment.version += 1;
      if (kind === 'edit') comment.body = body;
      if (kind === 'remove') comment.status = 'removed';
      if (kind === 'restore') comment.status = 'published';
      if (kind === 'delete') this.deleteOne(comment);
    }
  }

  get commentCount(): number {
    return [...this.comments.values()].filter(({ status }) => status === 'published').length;
  }

  /** A comment as a public page shows it; null if the page does not show it. */
  shown(id: string): PageItem | null {
    const comment = this.comments.get(id);
    if (!comment || !this.isListed(comment)) return null;
    const { parentId, status, version } = comment;
    const body = status === 'published' ? comment.body : null;
    return { id, parentId, status, version, body, replyCount: this.listedReplies(id) };
  }

  get topLevel(): string[] {
    return [...this.comments.values()]
      .filter((comment) => comment.parentId === null && this.isListed(comment))
      .map(({ id }) => id);
  }

  /** Deletes a comment without replies; within the time of these runs it leaves no trace. */
  private deleteOne(comment: ModelComment): void {
    if (this.hasReply(comment.id)) comment.status = 'deleted';
    else this.comments.delete(comment.id);
  }

  private hasReply(id: string): boolean {
    return [...this.comments.values()].some(({ parentId }) => parentId === id);
  }

  private listedReplies(id: string): number {
    return [...this.comments.values()].filter(
      (reply) => reply.parentId === id && this.isListed(reply),
    ).length;
  }

  private isListed({ id, status }: ModelComment): boolean {
    return status === 'published' || this.listedReplies(id) > 0;
  }

  private whileLocked(): string[] {
    return this.locked ? ['409 post-locked'] : [];
  }

  private parentRefusals({ parentId, client }: Act): string[] {
    if (parentId === null) return [];
    const parent = this.comments.get(parentId);
    if (!parent) return ['404 parent-not-found'];
    if (parent.status === 'published') return [];
    if (parent.client === client || this.isListed(parent)) return ['409 parent-gone'];
    // The service checks visibility after the refusal: the parent may become visible in between.
    return ['404 parent-not-found', '409 parent-gone'];
  }

  private ownRefusals({ id }: Act, but: readonly Status[] = []): string[] {
    const comment = this.comments.get(id!);
    if (!comment) return ['404 comment-not-found'];
    if (comment.status === 'published' || but.includes(comment.status)) return [];
    return ['409 comment-gone'];
  }

  private mismatch({ id, version }: Act, refusal: string): string[] {
    const comment = this.comments.get(id!);
    return comment && comment.version !== version ? [refusal] : [];
  }

  private decisionRefusals(act: Act, from: Status): string[] {
    const comment = this.comments.get(act.id!);
    if (!comment) return ['404 comment-not-found'];
    const misfit = comment.status === from ? [] : ['409 decision-does-not-fit'];
    return [...this.mismatch(act, '409 version-conflict'), ...misfit];
  }
}
