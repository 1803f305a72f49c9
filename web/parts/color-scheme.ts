import type { LitElement, ReactiveController } from 'lit';

/**
 * Any notation becomes `color(srgb …)`. The transition's events report every change of the
 * inherited colour, including late and slow ones, whatever caused it.
 */
const PROBE = 'color: color-mix(in srgb, currentcolor, currentcolor); transition: color 1ms';

/**
 * Dark or light: the attribute `theme` decides, else the page, which is dark if its text is light.
 */
export class ColorScheme implements ReactiveController {
  private readonly system = matchMedia('(prefers-color-scheme: dark)');
  private readonly probe = document.createElement('i');
  private shown = '';
  private readonly changed = () => this.name !== this.shown && this.host.requestUpdate();

  constructor(private readonly host: LitElement) {
    host.addController(this);
    this.probe.style.cssText = PROBE;
    this.probe.addEventListener('transitionend', this.changed);
  }

  get name(): 'dark' | 'light' {
    const theme = this.host.getAttribute('theme');
    if (theme === 'dark' || theme === 'light') return theme;
    if (theme === 'system') return this.system.matches ? 'dark' : 'light';
    return isLight(getComputedStyle(this.probe).color) ? 'dark' : 'light';
  }

  hostConnected(): void {
    this.host.renderRoot.append(this.probe);
    this.system.addEventListener('change', this.changed);
  }

  hostUpdate(): void {
    this.shown = this.name;
  }

  hostDisconnected(): void {
    this.system.removeEventListener('change', this.changed);
  }
}

/** Whether a colour of the form `color(srgb 0.1 0.2 0.3)` is nearer to white than to black. */
function isLight(color: string): boolean {
  const [red, green, blue] = color
    .split(' ')
    .slice(1)
    .map((part) => parseFloat(part) || 0);
  return red! * 0.299 + green! * 0.587 + blue! * 0.114 > 0.55;
}
