import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** A mail as received over the wire. */
export interface TakenMail {
  /** The envelope. */
  from: string;
  to: string[];
  raw: string;
  parsed: Awaited<ReturnType<typeof simpleParser>>;
  /** Times of the start of the delivery and of its end, by `performance.now()`. */
  beganAt: number;
  at: number;
}

type Step = 'mail' | 'rcpt' | 'data';

/** The status that refuses a step; null accepts it. `cut` ends the connection instead. */
export type Refusing = (step: Step, address: string) => number | 'cut' | null;

/** A real mail server in this process. */
export class SmtpStage {
  readonly taken: TakenMail[] = [];
  refusing: Refusing = () => null;
  /** Called with each complete mail; the server acknowledges the mail after it. */
  answering: (mail: TakenMail) => Promise<void> | void = () => undefined;
  private readonly began = new WeakMap<SMTPServerSession, number>();
  private server = this.newServer();

  private constructor(private port = 0) {}

  static async open(): Promise<SmtpStage> {
    const stage = new SmtpStage();
    await stage.listen();
    return stage;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  to(address: string): TakenMail[] {
    return this.taken.filter(({ to }) => to.includes(address));
  }

  /** Refuses further connections; deliveries in progress are completed. */
  leave(): void {
    this.server.close();
  }

  /** Starts again, at the same address. */
  async comeBack(): Promise<void> {
    this.server = this.newServer();
    await this.listen();
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private async listen(): Promise<void> {
    const { server } = this.server;
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(this.port, '127.0.0.1', resolve);
    });
    this.port = (server.address() as { port: number }).port;
  }

  private newServer(): SMTPServer {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onMailFrom: ({ address }, session, done) => {
        this.began.set(session, performance.now());
        done(this.faultOf('mail', address));
      },
      onRcptTo: ({ address }, _, done) => done(this.faultOf('rcpt', address)),
      onData: (stream, session, done) => {
        const pieces: Buffer[] = [];
        stream.on('data', (piece: Buffer) => pieces.push(piece));
        stream.on('end', () => {
          void this.take(Buffer.concat(pieces), session).then((fault) => done(fault));
        });
      },
    });
    // A lost client is not a fault of the server.
    server.on('error', () => undefined);
    return server;
  }

  private async take(bytes: Buffer, session: SMTPServerSession): Promise<Error | null> {
    const { mailFrom, rcptTo } = session.envelope;
    const to = rcptTo.map(({ address }) => address);
    const refused = this.refusing('data', to[0]);
    if (typeof refused === 'number') return answerOf(refused);
    const from = mailFrom ? mailFrom.address : '';
    const raw = bytes.toString('latin1');
    const at = performance.now();
    const parsed = await simpleParser(bytes);
    const mail = { from, to, raw, parsed, beganAt: this.began.get(session)!, at };
    this.taken.push(mail);
    await this.answering(mail);
    if (refused === 'cut') for (const one of this.server.connections) one.close();
    return null;
  }

  private faultOf(step: Step, address: string): Error | null {
    const refused = this.refusing(step, address);
    return typeof refused === 'number' ? answerOf(refused) : null;
  }
}

function answerOf(responseCode: number): Error {
  return Object.assign(new Error('not now, said the server of <somebody@example.org>'), {
    responseCode,
  });
}
