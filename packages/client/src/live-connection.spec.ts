import { LiveConnection, type LiveSettings } from './live-connection.js';
import { Nodes } from './nodes.js';

describe('a connection whose code comes late', () => {
  it('opens its socket with the token of then', async () => {
    type Module = Awaited<ReturnType<LiveSettings['loadSocket']>>;
    let load: (module: Module) => void = () => undefined;
    const isLoaded = new Promise<Module>((resolve) => (load = resolve));
    let token = 'of the beginning';
    const shown: unknown[] = [];
    const socket = { on: () => socket, removeAllListeners: () => socket, disconnect: () => socket };
    const io = (_: string, { auth }: { auth: { token: string } }) => {
      shown.push(auth.token);
      return socket;
    };
    const connection = new LiveConnection({
      nodes: new Nodes('https://talk.example.org'),
      token: () => token,
      loadSocket: () => isLoaded,
    });
    const listener = () => undefined;
    connection.join(listener);
    token = 'of somebody else';
    load({ io } as unknown as Module);
    await new Promise((done) => setTimeout(done));
    connection.leave(listener);
    expect(shown).toEqual(['of somebody else']);
  });
});
