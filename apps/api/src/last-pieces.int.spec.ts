import { lastPiecesSuite } from './testing/last-pieces-suite.ts';

lastPiecesSuite(3);
