import { lastPiecesSuite } from './testing/last-pieces-suite.ts';

lastPiecesSuite(Number(process.env.RUNS ?? 100));
