export { actionsThen } from './actions-then.ts';
export { AsOf, type Moment } from './as-of-input.ts';
export { onlyNow } from './only-now.ts';
export { type Past, pastOf } from './past.ts';
export { pastAt } from './past-at.ts';
export { rowsThen, rowThen } from './rows-then.ts';
