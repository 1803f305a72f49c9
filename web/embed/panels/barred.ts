import { barredView } from './barred-view.js';
import { PanelElement } from './panel-element.js';

/** Replaces a form that the account may not use. */
export class Barred extends PanelElement {
  protected override render(): unknown {
    return barredView(this.context, () => this.close());
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('.barred')?.focus();
  }
}
