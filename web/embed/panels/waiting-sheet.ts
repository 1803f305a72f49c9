import { css } from 'lit';

/** Comments that wait: the reader's own ones, and those before a moderator. */
export const waitingSheet = css`
  .own {
    margin-block: 10px;
    padding: 12px 14px;
    border: 1px dashed var(--line);
    border-radius: var(--radius);
    font-size: 0.9375em;
  }
  .own .body {
    margin: 6px 0 0;
  }
  .awaiting > .comment {
    padding-block: 10px 0;
  }
  .comment > .reason {
    margin-inline-start: 37px;
  }
  .feed .held {
    padding-inline-start: 37px;
  }
  .own .quote,
  .awaiting .reason {
    margin-inline-start: 0;
  }
  .awaiting .actions {
    margin-inline-start: -8px;
  }
  .own-comment + .own-comment {
    margin-block-start: 12px;
    border-block-start: 1px solid var(--line);
  }
  @container (max-width: 480px) {
    .comment > .reason {
      margin-inline-start: 0;
    }
    .feed .held {
      padding-inline-start: 0;
    }
  }
`;
