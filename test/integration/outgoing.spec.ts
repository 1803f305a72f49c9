import type { LookupAddress } from 'node:dns';
import { promises as dns } from 'node:dns';
import diagnostics from 'node:diagnostics_channel';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { Outgoing } from '../../src/outgoing/outgoing.js';
import type { OutgoingFault } from '../../src/outgoing/outgoing.errors.js';
import { inFull } from '../support/full-form.js';
import { innerSpellings } from '../support/inner-spellings.js';
import { TlsFront } from '../support/tls-front.js';

const PUBLIC_URL = 'https://talk.example';
const SITE = { to: 'site', accept: 'text/html', maxBytes: 10_000 } as const;
const INTERNET = { ...SITE, to: 'internet' } as const;

/** The targets of connection attempts, recorded before anything is sent. */
const attempts: string[] = [];
const watch = (message: unknown) =>
  void (message as { socket: Socket }).socket.on('connectionAttempt', (address: string) =>
    attempts.push(address),
  );

let server: Server;
let port: number;
let requests: { url: string; headers: Record<string, unknown> }[] = [];
let answer: RequestListener = (_request, response) => response.end('here');
const clients: Outgoing[] = [];

beforeAll(async () => {
  diagnostics.subscribe('net.client.socket', watch);
  server = createServer((request, response) => {
    requests.push({ url: request.url!, headers: request.headers });
    answer(request, response);
  });
  // Listens on every IPv4 and IPv6 address of this machine.
  await new Promise<void>((resolve) => server.listen(0, '::', resolve));
  port = (server.address() as AddressInfo).port;
});

beforeEach(() => {
  requests = [];
  attempts.length = 0;
  answer = (_request, response) => response.end('here');
});

afterAll(async () => {
  diagnostics.unsubscribe('net.client.socket', watch);
  await Promise.all(clients.map((client) => client.close()));
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** @param names resolved addresses by name; other names resolve as on this machine */
function client(siteOrigins: string[] = [], names: Record<string, string[][]> = {}) {
  const asked: string[] = [];
  const made = new Outgoing({ publicUrl: PUBLIC_URL, siteOrigins }, async (name, options) => {
    asked.push(name);
    const answers = names[name];
    if (!answers) return dns.lookup(name, options);
    const addresses = answers.length > 1 ? answers.shift()! : answers[0];
    return addresses.map((address): LookupAddress => ({
      address,
      family: address.includes(':') ? 6 : 4,
    }));
  });
  clients.push(made);
  return Object.assign(made, { asked });
}

const isHeader = (text: string) => /^[ -~]+$/.test(text);
const here = () => `http://127.0.0.1:${port}`;
const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => 'answered',
    (error: { fault?: OutgoingFault; cause?: { fault?: OutgoingFault } }) =>
      error.fault ?? 'failed',
  );

describe('a request to elsewhere', () => {
  it('says who asks, and nothing else of itself', async () => {
    const { url, status, body } = await client([here()]).get(`${here()}/page?a=1#part`, SITE);
    expect({ url: url.href, status, body: body.toString() }).toEqual({
      url: `${here()}/page?a=1`,
      status: 200,
      body: 'here',
    });
    expect(requests).toHaveLength(1);
    expect(requests[0].headers['user-agent']).toBe(`Colloquy (+${PUBLIC_URL})`);
    expect(Object.keys(requests[0].headers).toSorted()).toEqual(
      ['accept', 'accept-encoding', 'connection', 'host', 'user-agent'].toSorted(),
    );
  });

  it('reaches no address of this machine, however it is spelled', async () => {
    const own = Object.values(networkInterfaces()).flatMap((found) => found ?? []);
    const spellings = innerSpellings(
      port,
      own.map(({ address }) => address),
    );
    expect(spellings.length).toBeGreaterThanOrEqual(600);
    const outside = client(['https://talk.example', `http://127.0.0.1:${port + 1}`]);
    for (const place of [INTERNET, SITE]) {
      const answers = await Promise.all(spellings.map((one) => faultOf(outside.get(one, place))));
      expect(spellings.filter((_, at) => answers[at] === 'answered')).toEqual([]);
    }
    expect({ requests, attempts }).toEqual({ requests: [], attempts: [] });
  });

  it('reaches an origin of the site on this machine, with its exact port alone', async () => {
    const site = client([here()]);
    expect(await faultOf(site.get(here(), SITE))).toBe('answered');
    for (const other of [
      `http://127.0.0.1:${port + 1}`,
      `http://127.0.0.2:${port}`,
      `https://127.0.0.1:${port}`,
    ]) {
      expect(await faultOf(site.get(other, SITE))).toBe('place');
    }
    expect(requests).toHaveLength(1);
  });

  it('sends nothing to who has a certificate that nobody has signed', async () => {
    const front = await TlsFront.start();
    try {
      front.target = port;
      const origin = `https://127.0.0.1:${front.port}`;
      await expect(client([origin]).get(origin, SITE)).rejects.toMatchObject({
        code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
      });
      expect(requests).toEqual([]);
    } finally {
      front.stop();
    }
  });

  it('reaches no origin of the site in an inner network where it asks for the internet', async () => {
    expect(await faultOf(client([here()]).get(here(), INTERNET))).toBe('address');
    expect({ requests, attempts }).toEqual({ requests: [], attempts: [] });
  });

  it('reaches no address that only a machine of a cloud knows, not even for the site', async () => {
    const origin = `http://pages.example:${port}`;
    const site = client([origin, `http://169.254.169.254:${port}`], {
      'pages.example': [['169.254.169.254'], ['0.0.0.0'], ['224.0.0.1']],
    });
    expect(await faultOf(site.get(`http://169.254.169.254:${port}`, SITE))).toBe('address');
    for (let time = 0; time < 3; time++)
      expect(await faultOf(site.get(origin, SITE))).toBe('address');
    expect(attempts).toEqual([]);
  });

  it('connects to the address that was checked, whatever its name says a moment later', async () => {
    const origin = `http://rebinding.example:${port}`;
    const site = client([origin], { 'rebinding.example': [['127.0.0.1'], ['127.0.0.9']] });
    expect(await faultOf(site.get(origin, SITE))).toBe('answered');
    expect({ asked: site.asked, attempts }).toEqual({
      asked: ['rebinding.example'],
      attempts: ['127.0.0.1'],
    });
  });

  it.each([
    ['127.0.0.1'],
    ['10.1.2.3'],
    ['::1'],
    ['::ffff:127.0.0.1'],
    ['64:ff9b::7f00:1'],
    ['2002:7f00:1::'],
    ['fe80::1'],
    ['100.64.0.1'],
  ])('reaches no name that resolves to %s', async (address) => {
    const outside = client([], { 'inner.example': [[address]] });
    expect(await faultOf(outside.get(`http://inner.example:${port}/`, INTERNET))).toBe('address');
    expect(attempts).toEqual([]);
  });
});

describe('the answer of a request to elsewhere', () => {
  const redirect =
    (to: string): RequestListener =>
    (_request, response) =>
      response.writeHead(302, { location: to }).end();

  it('may lead on, and each place is checked anew', async () => {
    const site = client([here()]);
    answer = ({ url }, response) =>
      url === '/end' ? response.end('end') : response.writeHead(301, { location: '/end' }).end();
    expect((await site.get(`${here()}/begin`, SITE)).url.pathname).toBe('/end');
    for (const inner of innerSpellings(port + 1, [])
      .filter(isHeader)
      .slice(0, 100)) {
      answer = redirect(inner);
      expect(await faultOf(site.get(here(), SITE))).toMatch(/place|scheme/);
    }
    answer = redirect(`http://user:word@127.0.0.1:${port}/`);
    expect(await faultOf(site.get(here(), SITE))).toBe('scheme');
    answer = redirect('file:///etc/passwd');
    expect(await faultOf(site.get(here(), SITE))).toBe('scheme');
    expect(new Set(attempts)).toEqual(new Set(['127.0.0.1']));
  });

  it('leads on three times, and to no place that is not asked for', async () => {
    const site = client([here()]);
    answer = redirect('/again');
    expect(await faultOf(site.get(here(), SITE))).toBe('redirects');
    expect(requests).toHaveLength(4);
    answer = redirect('https://talk.example/');
    expect(await faultOf(site.get(here(), SITE))).toBe('place');
  });

  it('is bounded in bytes, as it comes and without its coding', async () => {
    const site = client([here()]);
    const body = Buffer.alloc(1_000_000, 'a');
    const codings = { gzip: gzipSync(body), br: brotliCompressSync(body), identity: body };
    for (const [coding, bytes] of Object.entries(codings)) {
      answer = (_request, response) => {
        response.setHeader('content-encoding', coding);
        response.write(bytes.subarray(0, 10));
        response.end(bytes.subarray(10));
      };
      expect(await faultOf(site.get(here(), SITE))).toBe('size');
      expect((await site.get(here(), { ...SITE, maxBytes: body.length })).body.length).toBe(
        body.length,
      );
    }
    answer = (_request, response) =>
      response.writeHead(200, { 'content-encoding': 'zstd' }).end('x');
    expect(await faultOf(site.get(here(), SITE))).toBe('coding');
  });

  inFull('fails in bounded time when it does not begin, stops, or does not end', async () => {
    const site = client([here()]);
    const trickle: NodeJS.Timeout[] = [];
    answer = ({ url }, response) => {
      if (url === '/stops') response.write('begun');
      if (url === '/goes-on') trickle.push(setInterval(() => response.write('.'), 100));
    };
    const paths = ['/silent', '/stops', '/goes-on'];
    const answers = await Promise.all(paths.map((path) => faultOf(site.get(here() + path, SITE))));
    for (const timer of trickle) clearInterval(timer);
    expect(answers).toEqual(['failed', 'failed', 'failed']);
    expect(requests.map(({ url }) => url).toSorted()).toEqual(paths.toSorted());
  });
});
