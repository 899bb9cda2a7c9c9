import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const packages = readdirSync(new URL('packages/platform/', root));

/** The example of a package is compiled as a part of this project and run by examples.int.spec.ts. */
it.each(packages)('the README of platform/%s shows the example that is compiled and run, and no other', (name) => {
  const path = `examples/readme/${name}.ts`;
  expect(existsSync(new URL(path, root)), `${path} is missing: each platform package has an example`).toBe(true);
  const blocks = [...read(`packages/platform/${name}/README.md`).matchAll(/^```ts\n([\s\S]*?)^```$/gm)];
  expect(blocks.map(([, code]) => code)).toEqual([read(path)]);
});

it.each(packages)('the README of platform/%s says what it guarantees and where its limits are', (name) => {
  const text = read(`packages/platform/${name}/README.md`);
  expect(text.match(/^## .*$/gm)).toEqual(['## Guarantees', '## Limits']);
});
