import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** A mail as it came over the wire. */
export interface TakenMail {
  /** The envelope. */
  from: string;
  to: string[];
  raw: string;
  parsed: Awaited<ReturnType<typeof simpleParser>>;
  /** When the client began with it, and when it was here, by `performance.now()`. */
  beganAt: number;
  at: number;
}

type Step = 'mail' | 'rcpt' | 'data';

/** Says with which status a step is refused; null lets it pass. `cut` ends the connection instead of an answer. */
export type Refusing = (step: Step, address: string) => number | 'cut' | null;

/** A real mail server of this process. */
export class SmtpStage {
  readonly taken: TakenMail[] = [];
  refusing: Refusing = () => null;
  /** Called with each mail that is here, before its client hears so: it waits for this. */
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

  /** From now on connections are refused; what is under way comes to its end. */
  leave(): void {
    this.server.close();
  }

  /** It is there again, at the same address. */
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
    // A client that is gone is no fault of the server.
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
