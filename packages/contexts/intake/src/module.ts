import type { Module } from '@waybill/engine';
import { intakeDocument } from './document/intake-document.ts';
import { MalformedRow, NothingToPark } from './document/refusals.ts';

/** Orders from outside. What can be placed becomes an order of sales; what cannot waits here. */
export const intakeModule = (): Module => ({
  name: 'intake',
  aggregates: [intakeDocument],
  refusals: [MalformedRow, NothingToPark],
});
