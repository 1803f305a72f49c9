import { Initial1795392000000 } from './1795392000000-initial.js';
import { Votes1795478400000 } from './1795478400000-votes.js';
import { Readings1795485600000 } from './1795485600000-readings.js';
import { Presence1795520000000 } from './1795520000000-presence.js';
import { ReviewQueue1795540000000 } from './1795540000000-review-queue.js';
import { RecentVotes1795540100000 } from './1795540100000-recent-votes.js';
import { CommentMarks1795610000000 } from './1795610000000-comment-marks.js';
import { DecisionTies1795540200000 } from './1795540200000-decision-ties.js';
import { DecisionLog1795611000000 } from './1795611000000-decision-log.js';
import { BulkJobs1795612000000 } from './1795612000000-bulk-jobs.js';
import { ForeignIds1795630000000 } from './1795630000000-foreign-ids.js';
import { PostUpdates1795621000000 } from './1795621000000-post-updates.js';
import { Passages1795620000000 } from './1795620000000-passages.js';
import { WriteComments1795482000000 } from './1795482000000-write-comments.js';
import { QueueOfAPost1795800000000 } from './1795800000000-queue-of-a-post.js';
import { ShortWrites1795810000000 } from './1795810000000-short-writes.js';
import { Rounds1795940000000 } from './1795940000000-rounds.js';
import { Retention1795940100000 } from './1795940100000-retention.js';
import { QueuePlans1795940200000 } from './1795940200000-queue-plans.js';
import { Excerpts1795910000000 } from './1795910000000-excerpts.js';
import { ContinuedTexts1795910100000 } from './1795910100000-continued-texts.js';
import { FunctionBuilds1795950000000 } from './1795950000000-function-builds.js';
import { AuthorChanges1795950100000 } from './1795950100000-author-changes.js';
import { BranchMoves1795950200000 } from './1795950200000-branch-moves.js';
import { BulkRest1795960000000 } from './1795960000000-bulk-rest.js';

/** In order; none is changed once landed. */
export const migrations = [
  Initial1795392000000,
  Votes1795478400000,
  WriteComments1795482000000,
  Readings1795485600000,
  Presence1795520000000,
  ReviewQueue1795540000000,
  RecentVotes1795540100000,
  DecisionTies1795540200000,
  CommentMarks1795610000000,
  DecisionLog1795611000000,
  BulkJobs1795612000000,
  Passages1795620000000,
  PostUpdates1795621000000,
  ForeignIds1795630000000,
  QueueOfAPost1795800000000,
  ShortWrites1795810000000,
  Excerpts1795910000000,
  ContinuedTexts1795910100000,
  Rounds1795940000000,
  Retention1795940100000,
  QueuePlans1795940200000,
  FunctionBuilds1795950000000,
  AuthorChanges1795950100000,
  BranchMoves1795950200000,
  BulkRest1795960000000,
];
