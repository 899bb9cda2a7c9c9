export { createSnapshotStore } from './create-snapshot-store.ts';
export type { LoadedTail, NewSnapshot, Snapshot, SnapshotLoad, SnapshotStore } from './snapshot.ts';
