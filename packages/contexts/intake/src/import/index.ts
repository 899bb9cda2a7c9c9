export { type ImportOptions, type ImportReport, importFile } from './import-file.ts';
export { type Balance, FATES, type Fate, type Fates, type ImportProblem } from './ledger.ts';
export type { CreditOutcome, ImportPorts, ImportProgress, ScheduledDelivery, TakenOrder } from './ports.ts';
