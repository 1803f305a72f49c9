import type { ReactiveControllerHost } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Row } from './rows.js';

/** Keeps the lines that are near the screen in the page, and the place of the others. */
export class RowWindow {
  constructor(_host: ReactiveControllerHost & HTMLElement) {}

  view(
    rows: readonly Row[],
    _kept: ReadonlySet<string>,
    line: (row: Row, index: number) => unknown,
  ): unknown {
    return repeat(rows, ({ id }) => id, line);
  }

  /** Brings a comment into the page that was too far from the screen. */
  reach(_id: string): void {}
}
