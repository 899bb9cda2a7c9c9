import type { GraphContext } from '@waybill/graphql';
import { localDate } from '@waybill/kernel';

/** The day that it is now where the company is; without a page of the company, where houses are that have none. */
export const companyToday = async ({ pool }: GraphContext): Promise<string> => {
  const { rows } = await pool.query<{ readonly zone: string }>('select time_zone as zone from reporting.company_zone');
  return localDate(new Date(), rows[0]?.zone);
};
