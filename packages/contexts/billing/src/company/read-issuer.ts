import { type CompanyEvent, companyEvents } from './events.ts';
import { type Issuer, issuerOf } from './issuer.ts';

/** The events of one stream, oldest first. */
export type History = (
  streamId: string,
) => Promise<readonly { readonly type: string; readonly data: object; readonly version: number }[]>;

type Told = Awaited<ReturnType<History>>[number];
const isOfCompany = (event: Told): event is Told & CompanyEvent => event.type in companyEvents;

/** The page of the company as it was saved last; undefined until it is filled in. */
export const readCompany = async (history: History): Promise<(Told & CompanyEvent) | undefined> =>
  (await history('company-main')).filter(isOfCompany).at(-1);

/** The company as documents capture it now; null until its page is filled in. */
export const readIssuer = async (history: History): Promise<Issuer | null> => {
  const last = await readCompany(history);
  return last ? issuerOf(last.data, last.version) : null;
};
