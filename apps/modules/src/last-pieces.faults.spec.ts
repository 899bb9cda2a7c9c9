import { lastPiecesSuite } from './fixtures/last-pieces-suite.ts';

lastPiecesSuite(Number(process.env.RUNS ?? 100));
