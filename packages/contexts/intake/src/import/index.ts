export { type ImportOptions, type ImportReport, importFile } from './import-file.ts';
export { type Balance, FATES, type Fate, type ImportProblem } from './ledger.ts';
export type { ImportPorts, ImportProgress, ScheduledDelivery } from './ports.ts';
