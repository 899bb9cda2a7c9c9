import { lastPiecesSuite } from './fixtures/last-pieces-suite.ts';

lastPiecesSuite(3);
