import { shardsSuite } from './fixtures/shards-suite.ts';

// A machine that has other things to do is given more than the 2 s that nothing may be held up.
shardsSuite(0, 1, 10_000);
