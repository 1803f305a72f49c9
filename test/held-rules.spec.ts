import { readFileSync } from 'node:fs';
import { databaseFunctions } from '../src/app/database-functions.js';
import { codeOf, filesBelow } from './support/source-tree.js';

const notSpecs = (file: string) => !file.endsWith('.spec.ts');
const service = filesBelow('src').filter(notSpecs);
const pages = ['web', 'packages'].flatMap(filesBelow).filter(notSpecs);
const living = service.filter((file) => !file.includes('/migrations/'));

/** The files that match a pattern, except the allowed ones. */
function found(pattern: RegExp, files: readonly string[], but: readonly string[] = []): string[] {
  expect(but.filter((file) => !pattern.test(codeOf(file)))).toEqual([]);
  return files.filter((file) => !but.includes(file) && pattern.test(codeOf(file)));
}

/** Template literals, including nested ones. */
const textsOf = (file: string) => codeOf(file).match(/`[^`]*`/g) ?? [];

/** Fields of classes and files that live as long as the service, each with its bound. */
const BOUNDED: Readonly<Record<string, string>> = {
  'src/acts/key-turns.ts': 'acts under way',
  'src/auth/providers/oidc-clients.ts': 'providers of the configuration',
  'src/auth/limits/limits.ts': 'names of limits; their counts are bounded there',
  'src/comments/thread/cached-page-responder.ts': 'pages that are kept',
  'src/comments/thread/cached-page.ts': 'encodings',
  'src/comments/thread/page-cache.ts': 'pages that are kept or being read',
  'src/comments/votes/score-events.ts': 'posts with sockets',
  'src/comments/writing/busy-posts.ts': 'posts with drafts that wait',
  'src/database/listener.ts': 'channels of the code',
  'src/events/log-tail.ts': 'posts with sockets',
  'src/input/connections/open-counts.ts': 'networks that hold a connection',
  'src/input/encodings.ts': 'a number of headers',
  'src/input/fair-queue.ts': 'callers that wait, which have a most',
  'src/input/field.ts': 'classes of the code',
  'src/jobs/job-worker.ts': 'pools that end',
  'src/jobs/tasks.ts': 'tasks of the code',
  'src/live/live-room.ts': 'sockets',
  'src/live/live-rooms.ts': 'posts with sockets',
  'src/live/live-sessions.ts': 'sockets',
  'src/live/live-socket.ts': 'connections',
  'src/live/live.adapter.ts': 'connections',
  'src/live/presence.ts': 'posts with sockets',
  'src/live/replays.ts': 'posts with sockets that ask',
  'src/live/socket-bounds.ts': 'connections',
  'src/nodes/announcer.ts': 'posts of one message',
  'src/nodes/background-rounds.ts': 'works of the code',
  'src/notifications/following/log-follower.ts': 'posts that wait, which have a most',
  'src/passages/passages.service.ts': 'posts with callers',
  'src/posts/pages/page-fetches.ts': 'fetches that run or wait, which have a most',
  'src/site/thread-html.service.ts': 'pages being rendered',
  'src/problems/drain-request-body.ts': 'requests',
  'src/users/accounts/author-pages.ts': 'changes under way',
  'src/site/web-assets.ts': 'files of the build, in each encoding',
};

/** docs/changing.md names, for each rule, the fault that it would have caught. */
describe('what a test holds since it once went wrong', () => {
  it('no loop over the names of an object, which are not its own alone', () => {
    expect(found(/for \((?:const|let|var) [^;)]+? in /, [...service, ...pages])).toEqual([]);
  });

  it('language tags of a page reach `Intl` where they are chosen from those that it knows', () => {
    const known = ['web/count/phrases.ts', 'web/embed/words/localizer.ts'];
    expect(found(/new Intl\.|\.toLocale\w+\([^)]/, pages, known)).toEqual([]);
  });

  it('connections to databases and elsewhere are opened where failures end them', () => {
    const opens = /new (?:Client|Pool|DataSource|Agent|Socket|WebSocket)\(|createClient\(/;
    expect(
      found(opens, service, [
        'src/auth/limits/redis-windows.ts',
        'src/database/connection.ts',
        'src/database/migrate.ts',
        'src/nodes/redis-bus.ts',
        'src/outgoing/outgoing.ts',
      ]),
    ).toEqual([]);
  });

  it('what is kept as long as the service runs says what bounds it', () => {
    const kept =
      /^(?: +(?:(?:private|protected|public|static|readonly) )+\w+|(?:export )?const \w+) = new (?:Weak)?(?:Map|Set)(?:<.*>)?\(\);/m;
    const transfer = service.filter((file) => file.startsWith('src/transfer/'));
    const lasting = service.filter((file) => !transfer.includes(file));
    expect(found(kept, lasting, Object.keys(BOUNDED))).toEqual([]);
  });

  it('rows are deleted by their age in pieces', () => {
    const byAge = living
      .flatMap(textsOf)
      .filter((text) => /delete from/.test(text) && /< (?:now|clock_timestamp)\(\) -/.test(text));
    expect(byAge.length).toBeGreaterThan(1);
    expect(byAge.filter((text) => !/\blimit\b/.test(text))).toEqual([]);
  });

  it('timers that come again are rounds, which are counted, measured and ended', () => {
    const own = [
      'src/app/app.setup.ts',
      'src/input/connections/stalled-readers.ts',
      'src/nodes/background-round.ts',
    ];
    expect(found(/setInterval\(/, service, own)).toEqual([]);
  });

  it('triggers read by indexes, also where their plan was made when a table was small', () => {
    const wrong = databaseFunctions.filter(
      ({ statement, triggers }) =>
        triggers.length > 0 &&
        /\b(?:from|join|update|into) [a-z]\w* /.test(statement.split('begin')[1]) &&
        !statement.includes('set enable_seqscan = off'),
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('whatever decides asks first who may', () => {
    const deciding = /\b(?:decisions\.insert|records\.write)\(/;
    const exempt = [
      // It hides comments without a moderator.
      'src/moderation/flags/flags.service.ts',
      // It records the decisions of others.
      'src/moderation/log/decision-records.ts',
      // The reversers check this themselves.
      'src/moderation/decisions/undo.service.ts',
      // A lock of a discussion decides no case; the end of a discussion is checked elsewhere.
      'src/moderation/decisions/post-decisions.service.ts',
    ];
    const asks = (file: string) => codeOf(file).includes('this.access.authorise');
    expect(found(deciding, service, exempt).filter((file) => !asks(file))).toEqual([]);
  });

  it('statements name the states that they show, not those that they hide', () => {
    const hides = /\bstatus (?:<> |!= |not in|is distinct from) ?['(]/;
    // Both refuse comments that are not published.
    const refuse = [
      'src/comments/votes/cast-votes.sql.ts',
      'src/comments/writing/write-comments.sql.ts',
    ];
    expect(found(hides, living, refuse)).toEqual([]);
  });

  it('is listed with what it would have caught', () => {
    const rules = [...readFileSync('test/held-rules.spec.ts', 'utf8').matchAll(/^ {2}it\('/gm)];
    const [, listed] = readFileSync('docs/changing.md', 'utf8').split('## Rules checked by a test');
    expect(listed.match(/^\| (?!---|rule)/gm)).toHaveLength(rules.length - 1);
  });
});
