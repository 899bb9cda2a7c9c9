import { bin } from './exec.mjs';

/** Types, lint, format, imports, unused code: what can be known without running anything. @type {() => readonly import('./gate.mjs').Check[]} */
export const checks = () => [
  { name: 'types', command: bin('tsc'), args: ['--pretty', 'false'], remedy: 'npx tsc' },
  {
    name: 'types of the dashboard',
    command: 'sh',
    args: ['-c', `"${bin('next')}" typegen apps/web && "${bin('tsc')}" --pretty false -p apps/web`],
    remedy: 'npm run typecheck -w apps/web',
  },
  {
    name: 'lint',
    command: bin('biome'),
    args: ['lint', '--error-on-warnings', '.'],
    remedy: 'npm run format mends most of it',
  },
  { name: 'format', command: bin('biome'), args: ['check', '--linter-enabled=false', '.'], remedy: 'npm run format' },
  {
    name: 'imports',
    command: bin('depcruise'),
    args: ['packages', 'apps', 'examples', '--output-type', 'err'],
    remedy: 'The rules and their reasons: .dependency-cruiser.cjs',
  },
  {
    name: 'unused code',
    command: bin('knip'),
    args: ['--no-progress', '--no-config-hints'],
    remedy: 'Use it or remove it (knip.json)',
  },
];
