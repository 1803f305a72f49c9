const HEAD_END = '\r\n\r\n';

/** Finds the end of an HTTP/1.1 answer with a `Content-Length`, or without a body. */
export class AnswerReader {
  private head = '';
  private missing = -1;
  private status = 0;

  /** @param onEnd called with the status when the answer is complete */
  constructor(private readonly onEnd: (status: number) => void) {}

  take(bytes: Buffer): void {
    if (this.missing < 0) this.readHead(bytes);
    else this.missing -= bytes.length;
    if (this.missing === 0) this.onEnd(this.status);
  }

  private readHead(bytes: Buffer): void {
    this.head += bytes.toString('latin1');
    const end = this.head.indexOf(HEAD_END);
    if (end < 0) return;
    this.status = Number(this.head.slice(9, 12));
    const bodyless = this.status === 204 || this.status === 304;
    const length = /\r\ncontent-length: *(\d+)/i.exec(this.head.slice(0, end))?.[1];
    if (!bodyless && length === undefined) throw new Error('An answer came without its length.');
    const came = this.head.length - end - HEAD_END.length;
    this.missing = (bodyless ? 0 : Number(length)) - came;
  }
}
