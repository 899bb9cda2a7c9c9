import { Fact, Facts } from '../../components/facts.tsx';
import { Money } from '../../components/money.tsx';
import type { CreditPartsFragment } from '../../graphql/generated/documents.ts';
import { customers } from '../../texts/customers.ts';
import { CreditBar } from './credit-bar.tsx';

const { credit: texts } = customers;

/** What a customer owes on credit in one currency, of what they may. */
export const CreditFigures = ({ line }: { line: CreditPartsFragment }) => {
  const { creditLimit, exposure, room, waiting, waitingOrders } = line;
  return (
    <section aria-label={texts.of(line.currency)} className="grid gap-2.5 rounded-md bg-sunken px-3 py-2.5">
      <CreditBar line={line} />
      <Facts>
        <Fact label={texts.limit}>{creditLimit ? <Money value={creditLimit} /> : texts.none}</Fact>
        <Fact label={texts.used}>
          <Money value={exposure} />
        </Fact>
        {room && (
          <Fact label={texts.room}>
            <Money value={room} className="font-medium" />
          </Fact>
        )}
        {waitingOrders > 0 && (
          <Fact label={texts.waiting}>
            <Money value={waiting} className="text-amber" />{' '}
            <span className="text-soft">{texts.orders(waitingOrders)}</span>
          </Fact>
        )}
      </Facts>
    </section>
  );
};
