import { defineEvents, type EventOf, event } from '@waybill/engine';
import { companyDetails } from './details.ts';

export const companyEvents = defineEvents({
  /** The page of the company as it is from now on, whole; its version is that of the stream. */
  CompanyChanged: event(1, companyDetails),
});
export type CompanyEvent = EventOf<typeof companyEvents>;
