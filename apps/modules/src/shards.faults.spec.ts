import { shardsSuite } from './fixtures/shards-suite.ts';

/** Longer than a worker's turn, than BullMQ's lock on a job, and than a transaction may wait for its client. */
shardsSuite(7_000, 2, 2_000);
