import type { RecentEventsQuery } from '../../graphql/generated/documents.ts';

type RecentEvent = RecentEventsQuery['recentEvents'][number];
export type Happening = { event: RecentEvent; times: number; subject: string | null };

const subjectOf = ({ data }: RecentEvent): string | null => {
  if (typeof data !== 'object' || data === null) return null;
  const { number, orderNumber } = data as { number?: unknown; orderNumber?: unknown };
  const found = number ?? orderNumber;
  return typeof found === 'string' ? found : null;
};

/** Say to billing and shipping what `OrderPlaced` says to everybody. */
const echoes = new Set(['OrderForBilling', 'OrderForShipping']);

/** The same thing done again and again by the same one is one line that counts. */
export const happeningsOf = (events: readonly RecentEvent[]): Happening[] => {
  const lines: Happening[] = [];
  for (const event of events) {
    if (echoes.has(event.type)) continue;
    const last = lines.at(-1);
    const subject = subjectOf(event);
    if (
      last &&
      !subject &&
      !last.subject &&
      last.event.type === event.type &&
      last.event.actor.name === event.actor.name
    ) {
      last.times += 1;
    } else lines.push({ event, times: 1, subject });
  }
  return lines;
};
