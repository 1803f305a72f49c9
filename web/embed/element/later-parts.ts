import type { CSSResult, LitElement } from 'lit';

/** The pause after a part could not be loaded. */
const LOADS_AGAIN_MS = 5_000;

/** The parts of an element that are loaded when a rendering needs them. */
export class LaterParts {
  private readonly loads = new Set<string>();

  constructor(
    private readonly element: LitElement,
    private readonly changed: () => void,
  ) {}

  adopt({ styleSheet }: CSSResult): void {
    const root = this.element.shadowRoot!;
    if (!root.adoptedStyleSheets.includes(styleSheet!)) root.adoptedStyleSheets.push(styleSheet!);
  }

  /** A later rendering retries a failed load. */
  async load(part: string, load: () => Promise<void>): Promise<void> {
    if (this.loads.has(part)) return;
    this.loads.add(part);
    try {
      await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, LOADS_AGAIN_MS));
      this.loads.delete(part);
      this.changed();
    }
  }
}
