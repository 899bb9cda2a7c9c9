import type { GraphContext } from '@waybill/graphql';
import { localDate } from '@waybill/kernel';

/** The time zone of the company's page; undefined until it is filled in: then that of houses which are older than it. */
export const companyZone = async ({ pool }: GraphContext): Promise<string | undefined> => {
  const { rows } = await pool.query<{ readonly zone: string }>('select time_zone as zone from reporting.company_zone');
  return rows[0]?.zone;
};

/** The day that it is now where the company is. */
export const companyToday = async (context: GraphContext): Promise<string> =>
  localDate(new Date(), await companyZone(context));
