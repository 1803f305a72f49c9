import type { SeenEvent, View } from './history.js';

/** An event as it came, with what is looked at of it. */
export interface ArrivedEvent {
  seq: number;
  type: string;
  /** Without `body` where an earlier event of the same message carries the comment. */
  data: { comment?: { id: string; version: number; body?: string | null } };
}

/** Hears of every text that arrives, at the time of its arrival. */
export type HearText = (proc: string, comment: { id: string; body: string }) => void;

/** Somebody who follows posts from the beginning, and keeps all they are told. */
export interface Watcher {
  readonly proc: string;
  /** The last seq it has applied of a post. */
  position(postId: string): number;
  views(): View[];
  /** How often it was told to begin anew. */
  readonly resyncs: number;
  close(): void;
}

/** What a watcher applied of one post. Numbers and shared strings: a run has millions of these. */
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

/** One copy of a string, however often it came over the wire. */
function shared(text: string): string {
  const first = known.get(text);
  if (first !== undefined) return first;
  known.set(text, text);
  return text;
}
