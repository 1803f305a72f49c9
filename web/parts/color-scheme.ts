import type { ReactiveController, ReactiveControllerHost } from 'lit';

const WATCHED = ['class', 'style', 'theme', 'data-theme', 'data-color-scheme', 'data-bs-theme'];

/**
 * Dark or light: as the attribute `theme` says, else as the page is, which is dark where its text
 * is light.
 */
export class ColorScheme implements ReactiveController {
  private readonly system = matchMedia('(prefers-color-scheme: dark)');
  private readonly changed = () => this.host.requestUpdate();
  private readonly observer = new MutationObserver(this.changed);

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  get name(): 'dark' | 'light' {
    const theme = this.host.getAttribute('theme');
    if (theme === 'dark' || theme === 'light') return theme;
    if (theme === 'system') return this.system.matches ? 'dark' : 'light';
    return isLight(getComputedStyle(this.host.parentElement ?? this.host).color) ? 'dark' : 'light';
  }

  hostConnected(): void {
    this.system.addEventListener('change', this.changed);
    for (const element of [document.documentElement, document.body])
      this.observer.observe(element, { attributeFilter: WATCHED });
  }

  hostDisconnected(): void {
    this.system.removeEventListener('change', this.changed);
    this.observer.disconnect();
  }
}

/** Tells whether a computed colour is nearer to white. Any notation but `rgb()` counts as dark text. */
function isLight(color: string): boolean {
  const [red = 0, green = 0, blue = 0] =
    (/^rgba?\(/.test(color) ? color.match(/[\d.]+/g) : null)?.map(Number) ?? [];
  return red * 0.299 + green * 0.587 + blue * 0.114 > 140;
}
