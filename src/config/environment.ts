import { existsSync } from 'node:fs';
import { AppConfig, parseConfig } from './app-config.js';

/** Reads `.env` where there is one (the real environment wins) and parses the whole. */
export function loadConfig(): AppConfig {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return parseConfig(process.env);
}
