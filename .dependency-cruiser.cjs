/**
 * The import rules of docs/architecture.md, checked by `npm run check`. The dashboard's one rule is in biome.json: the
 * parser used here does not know TSX.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const context = '^packages/contexts/([^/]+)/';
const tests = '[.](unit|int|faults)[.]spec[.]tsx?$';

module.exports = {
  forbidden: [
    {
      name: 'unresolvable',
      comment: 'An import that resolves to nothing.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'kernel-imports-nothing',
      comment: 'The kernel is the ground: it imports no other package of the house.',
      severity: 'error',
      from: { path: '^packages/platform/kernel/', pathNot: tests },
      to: { path: '^(packages/(?!platform/kernel/)|apps/)' },
    },
    {
      name: 'platform-knows-no-business',
      comment: 'The platform imports no context and no app.',
      severity: 'error',
      from: { path: '^packages/platform/' },
      to: { path: '^(packages/contexts|apps)/' },
    },
    {
      name: 'only-the-contract',
      comment:
        "A context sees nothing of another context but its contract.ts; apps and the other contexts' tests may wire modules.",
      severity: 'error',
      from: { path: context, pathNot: tests },
      to: {
        path: '^packages/contexts/[^/]+/',
        pathNot: ['^packages/contexts/$1/', '^packages/contexts/[^/]+/src/contract[.]ts$'],
      },
    },
    {
      name: 'packages-import-no-app',
      comment: 'The apps wire the packages, never the other way round.',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^apps/' },
    },
    {
      name: 'examples-import-the-platform-alone',
      comment: 'What is built on the engine needs nothing but the platform.',
      severity: 'error',
      from: { path: '^examples/' },
      to: { path: '^(packages/(?!platform/)|apps/|bench/|scripts/)' },
    },
    {
      name: 'domain-is-pure',
      comment: 'Aggregates, processes and contracts do no I/O: no database, no queue, no GraphQL.',
      severity: 'error',
      from: {
        path: `${context}src/`,
        pathNot: [
          `${context}src/(graphql|effects|read-models|generated|testing)/`,
          `${context}src/(module|index)[.]ts$`,
          '^packages/contexts/(catalog|intake|reporting)/',
          tests,
        ],
      },
      to: {
        path: [
          '^packages/platform/(db|queue|graphql|live)/',
          '(^|/)node_modules/(@prisma|pg|bullmq|ioredis|graphql|graphql-yoga|@pothos)(/|$)',
          '(^|/)generated/',
        ],
      },
    },
    {
      name: 'queue-alone-imports-bullmq',
      comment: 'BullMQ has one door: packages/platform/queue.',
      severity: 'error',
      from: { pathNot: '^packages/platform/queue/|^bench/|^node_modules/' },
      to: { path: '(^|/)node_modules/bullmq(/|$)' },
    },
    {
      name: 'no-test-code-in-product',
      comment: 'What ships imports no spec and no testing package.',
      severity: 'error',
      from: {
        path: '^(packages|apps)/',
        pathNot: [tests, '/testing/', '/soak/', '/fixtures/', '^packages/platform/testing/', '[.]golden[.]ts$'],
      },
      to: { path: [tests, '^packages/platform/testing/', '(^|/)node_modules/(vitest|fast-check)(/|$)'] },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|[.]next|[.]waybill|bench/peers|apps/web)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'],
    },
    cache: { folder: 'node_modules/.cache/dependency-cruiser', strategy: 'content' },
  },
};
