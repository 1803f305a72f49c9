import type { SeenEvent, View } from './history.js';

/** A received event, reduced to the fields that are checked. */
export interface ArrivedEvent {
  seq: number;
  type: string;
  /** `body` is missing if an earlier event of the same message carries the comment. */
  data: { comment?: { id: string; version: number; body?: string | null } };
}

/** Called with every text that arrives, at the time of its arrival. */
export type HearText = (proc: string, comment: { id: string; body: string }) => void;

/** Follows posts from the beginning, and keeps all received events. */
export interface Watcher {
  readonly proc: string;
  /** The seq of the last applied event of a post. */
  position(postId: string): number;
  views(): View[];
  /** How often it was told to resync. */
  readonly resyncs: number;
  close(): void;
}

/** The applied events of one post, as numbers and shared strings: a run has millions. */
export class Notebook {
  private readonly seqs: number[] = [];
  private readonly versions: number[] = [];
  private readonly ids: (string | null)[] = [];
  private readonly types: string[] = [];
  last: number;

  constructor(
    private readonly proc: string,
    private readonly postId: string,
    private readonly from: number,
    private readonly hear: HearText,
  ) {
    this.last = from;
  }

  note({ seq, type, data }: ArrivedEvent): void {
    const { comment } = data;
    this.seqs.push(seq);
    this.types.push(shared(type));
    this.ids.push(comment ? shared(comment.id) : null);
    this.versions.push(comment?.version ?? 0);
    this.last = seq;
    if (typeof comment?.body === 'string')
      this.hear(this.proc, { id: comment.id, body: comment.body });
  }

  view(): View {
    const seen = this.seqs.map((seq, at): SeenEvent => ({
      seq,
      type: this.types[at],
      commentId: this.ids[at],
      version: this.versions[at] || null,
    }));
    return { proc: this.proc, postId: this.postId, from: this.from, seen };
  }
}

const known = new Map<string, string>();

/** Interns a string, so that repeated values are stored once. */
function shared(text: string): string {
  const first = known.get(text);
  if (first !== undefined) return first;
  known.set(text, text);
  return text;
}
