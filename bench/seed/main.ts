import { parseArgs } from 'node:util';
import { withContext } from '../../src/cli/command-context.js';
import { ConfigFault } from '../../src/config/config-fault.js';
import { say } from '../say.js';
import { PostUnfit, ThreadLoader, ThreadLoaderModule } from './thread-loader.js';

const USAGE = `Usage: npm run bench:seed -- [--comments N] [--post SLUG]
  --comments   how many to load; 500000 when left out
  --post       a post without comments, or the name of one to make; made anew each time when left out`;
const MOST = 10_000_000;
const SAID_EACH = 50_000;

class UsageFault extends Error {}

/** Loads a thread into the service's database; the last line is JSON: `postId`, `comments`. */
async function main(): Promise<void> {
  const { comments, post } = parseArguments();
  const startedAt = performance.now();
  const seconds = () => Number(((performance.now() - startedAt) / 1_000).toFixed(1));
  const loaded = await withContext(ThreadLoaderModule, async (context) => {
    const loader = context.get(ThreadLoader);
    let said = 0;
    const made = await loader.load(comments, post, (done) => {
      if (done - said < SAID_EACH && done < comments) return;
      said = done;
      say(`${grouped(done)} of ${grouped(comments)} comments sent, ${seconds()} s`);
    });
    const took = seconds();
    const drift = await loader.verify(made.postId);
    if (drift.length > 0) throw new Error(`The thread is not right: ${JSON.stringify(drift)}`);
    say(
      `Loaded in ${took} s; counts, places and log verified in ${(seconds() - took).toFixed(1)} s.`,
    );
    return { ...made, comments, seconds: took };
  });
  say(JSON.stringify(loaded));
}

function grouped(count: number): string {
  return count.toLocaleString('en');
}

function parseArguments(): { comments: number; post: string | null } {
  let values;
  try {
    const options = { comments: { type: 'string' }, post: { type: 'string' } } as const;
    values = parseArgs({ options }).values;
  } catch {
    throw new UsageFault(USAGE);
  }
  const comments = Number(values.comments ?? 500_000);
  if (!Number.isInteger(comments) || comments < 1 || comments > MOST) throw new UsageFault(USAGE);
  return { comments, post: values.post ?? null };
}

try {
  await main();
  process.exit(0);
} catch (error) {
  const told = [UsageFault, ConfigFault, PostUnfit].some((fault) => error instanceof fault);
  process.stderr.write(
    `${told ? (error as Error).message : ((error as Error).stack ?? String(error))}\n`,
  );
  process.exit(1);
}
