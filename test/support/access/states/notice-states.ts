import { decide } from '../../moderation.js';
import { COMMENT_STATES } from './comment-states.js';
import { NOBODY, type Stage, type States, type Target } from './stage.js';

interface Receipt {
  id: string;
  secret: string;
}

const SECRET = 'A'.repeat(32);

function named({ id, secret }: Receipt): Target {
  return { names: { id, secret }, version: 1 };
}

async function give(stage: Stage): Promise<{ receipt: Receipt; commentId: string }> {
  const { names } = await COMMENT_STATES.published(stage, 'guest');
  const call = stage.app.request.post('/api/v1/notices').set('x-forwarded-for', stage.newAddress());
  const notice = {
    url: names.url,
    category: 'child_abuse',
    explanation: 'What it says breaks the law as I know it.',
    goodFaith: true,
  };
  return { receipt: (await stage.expect(201, call.send(notice))).body, commentId: names.id };
}

async function answered(stage: Stage, ...actions: string[]): Promise<Target> {
  const { receipt, commentId } = await give(stage);
  let version = 1;
  for (const action of actions) {
    const reason = action === 'remove' ? { reason: 'illegal' } : {};
    const decision = { action, version, ...reason };
    const call = decide(stage.app, stage.cast.editor, `comments/${commentId}`, decision);
    version = (await stage.expect(201, call)).body.comment.version;
  }
  return named(receipt);
}

async function gone(stage: Stage): Promise<Target> {
  const { receipt, commentId } = await give(stage);
  const call = stage.app.request
    .delete(`/api/v1/comments/${commentId}`)
    .set(stage.cast.person('author').auth);
  await stage.expect(204, call);
  return named(receipt);
}

export const NOTICE_STATES: States = {
  received: (stage) => answered(stage),
  'opened by a wrong secret': async (stage) =>
    named({ ...(await give(stage)).receipt, secret: SECRET }),
  'opened by the secret of another': async (stage) => {
    const [mine, other] = [await give(stage), await give(stage)];
    return named({ id: mine.receipt.id, secret: other.receipt.secret });
  },
  'decided for': (stage) => answered(stage, 'remove'),
  'decided against': (stage) => answered(stage, 'approve'),
  changed: (stage) => answered(stage, 'remove', 'restore'),
  gone,
  absent: async () => named({ id: NOBODY, secret: SECRET }),
};
