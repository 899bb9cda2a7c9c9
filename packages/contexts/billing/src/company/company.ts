import { isDeepStrictEqual } from 'node:util';
import { type CommandData, defineAggregate } from '@waybill/engine';
import { accept, type Decision, nothing, refuse } from '@waybill/kernel';
import { CompanyDetailsInvalid } from '../refusals.ts';
import { companyCommands } from './commands.ts';
import type { CompanyDetails } from './details.ts';
import { type CompanyEvent, companyEvents } from './events.ts';
import { faultOf } from './fault-of.ts';

/** Null until the page is filled in. */
export type CompanyState = CompanyDetails | null;

const changeCompany = (
  { companyId: _, ...details }: CommandData<typeof companyCommands.ChangeCompany>,
  company: CompanyState,
): Decision<CompanyEvent> => {
  const fault = faultOf(details);
  if (fault) return refuse(CompanyDetailsInvalid({ ...fault }));
  if (isDeepStrictEqual(details, company)) return nothing;
  return accept<CompanyEvent>({ type: 'CompanyChanged', data: details });
};

/** Stream `company-main`: who sells, as documents capture it. Every event is a version of the page. */
export const Company = defineAggregate({
  category: 'company',
  events: companyEvents,
  commands: companyCommands,
  initial: null as CompanyState,
  evolve: (_company: CompanyState, { data }: CompanyEvent): CompanyState => data,
  decide: { ChangeCompany: changeCompany },
});
