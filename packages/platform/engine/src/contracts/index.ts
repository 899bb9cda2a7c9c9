export { type Golden, goldenMasterKey, keepGolden, readGolden } from './golden.ts';
export { goldenFaults } from './golden-faults.ts';
export { compareContracts, publishContracts } from './published.ts';
export { eventTypesOf } from './versions.ts';
