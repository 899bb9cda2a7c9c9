import { shardsSuite } from './fixtures/shards-suite.ts';

shardsSuite(0, 1);
