export { context, specOf } from './aggregate-spec.ts';
export { recorded } from './recorded.ts';
