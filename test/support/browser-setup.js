import chromium from '@sparticuz/chromium';
import globalSetup from './global-setup.js';

/**
 * Unpacks the browser before the workers start: each would take what another one is still writing
 * for the whole of it.
 */
export default async function browserSetup() {
  globalSetup();
  await chromium.executablePath();
}
