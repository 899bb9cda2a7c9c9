import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hasApt, installPackages, starts, unpack, unpackedEnvironment } from './apt.mjs';
import { must, which } from './exec.mjs';
import { cacheFolder } from './paths.mjs';
import { step, Trouble } from './say.mjs';

const REMEDY = 'Install Chromium or Chrome, or set CHROMIUM_PATH to one.';
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * A browser for the browser tests: CHROMIUM_PATH, one that is there, the distribution's package (as root; without root
 * unpacked into the project's cache), Homebrew's.
 * @returns {Promise<import('./redis-program.mjs').Program>}
 */
export const chromiumProgram = async () => {
  const given = process.env.CHROMIUM_PATH;
  const found =
    given ??
    which('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable') ??
    MAC.find((path) => existsSync(path));
  if (found) return { path: found, env: process.env };
  if (hasApt()) return process.getuid?.() === 0 ? installed() : unpacked();
  const brew = which('brew');
  if (brew) await step('Installing Chromium (brew)', () => must(brew, ['install', '--cask', 'chromium']));
  const brewed = MAC.find((path) => existsSync(path));
  if (brewed) return { path: brewed, env: process.env };
  throw new Trouble('The browser tests need a Chromium, and there is no package manager I know.', REMEDY);
};

const installed = async () => {
  await step('Installing Chromium (apt-get install chromium)', () =>
    installPackages(['chromium', 'fonts-liberation']),
  ).catch((error) => {
    throw new Trouble(`Chromium could not be installed: ${error.message}`, REMEDY);
  });
  const path = which('chromium', 'chromium-browser');
  if (path) return { path, env: process.env };
  throw new Trouble('The chromium package brought no chromium program.', REMEDY);
};

const unpacked = async () => {
  const root = join(cacheFolder(), 'chromium');
  const path = join(root, 'usr', 'lib', 'chromium', 'chromium');
  const env = unpackedEnvironment(root);
  if (await starts(path, env)) return { path, env };
  await step('Fetching Chromium (apt-get download, into the project’s cache)', () =>
    unpack(['chromium', 'fonts-liberation'], root),
  ).catch((error) => {
    throw new Trouble(`Chromium could not be fetched: ${error.message}`, REMEDY);
  });
  if (await starts(path, unpackedEnvironment(root))) return { path, env: unpackedEnvironment(root) };
  throw new Trouble(`The Chromium in ${root} does not start.`, REMEDY);
};
