import { ADMIN } from '../chaos/site.js';
import { Http } from '../chaos/http.js';

/** Somebody who writes. */
export interface Writer {
  username: string;
  token: string;
}

interface SignedIn {
  accessToken: string;
  user: { username: string };
}

export const PASSWORD = 'the-harness-of-xss';

/** Writes hostile texts, each of which is kept or refused in words. */
export class Desk {
  written = 0;
  refused = 0;
  /** Answers that were neither. */
  readonly faults: string[] = [];
  admin!: Writer;
  private readonly http: Http;

  constructor(port: number) {
    this.http = new Http(port);
  }

  async open(): Promise<void> {
    const account = { login: ADMIN.email, password: ADMIN.password };
    this.admin = writerOf(
      await this.http.json({ method: 'POST', path: '/api/v1/auth/login', body: account }),
    );
  }

  async register(username: string): Promise<Writer> {
    const account = { email: `${username}@xss.test`, username, password: PASSWORD };
    return writerOf(
      await this.http.json({ method: 'POST', path: '/api/v1/auth/register', body: account }),
    );
  }

  /** @returns the answer, or null when the text was refused */
  async send<Answer>(
    method: string,
    path: string,
    by: Writer | null,
    body: object,
    ifMatch?: number,
  ): Promise<Answer | null> {
    const token = by ? { token: by.token } : {};
    const match = ifMatch === undefined ? {} : { ifMatch };
    const { status, text } = await this.http.send({
      method,
      path: `/api/v1${path}`,
      ...token,
      ...match,
      body,
      timeoutMs: 60_000,
    });
    if (status >= 500)
      this.faults.push(`${method} ${path} ${status}: ${JSON.stringify(body).slice(0, 300)}`);
    if (status >= 300) this.refused += 1;
    else this.written += 1;
    return status < 300 && text !== '' ? (JSON.parse(text) as Answer) : null;
  }

  async read(path: string, by: Writer | null = null): Promise<{ status: number; text: string }> {
    return this.http.send({
      method: 'GET',
      path,
      ...(by ? { token: by.token } : {}),
      timeoutMs: 60_000,
    });
  }

  close(): void {
    this.http.close();
  }
}

function writerOf({ accessToken, user }: SignedIn): Writer {
  return { username: user.username, token: accessToken };
}
