import { command, defineCommands } from '@waybill/engine';
import { z } from 'zod';
import { companyDetails } from './details.ts';

/** There is one company per installation. */
export const COMPANY_ID = 'main';

export const companyCommands = defineCommands({
  /** Saves the page of the company, whole. The same content again changes nothing. */
  ChangeCompany: command('companyId', companyDetails.extend({ companyId: z.literal(COMPANY_ID).default(COMPANY_ID) })),
});
