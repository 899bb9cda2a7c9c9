import { Money } from '../../components/money.tsx';
import { Panel } from '../../components/panel.tsx';
import type { ReceivablesTotalsQuery } from '../../graphql/generated/documents.ts';
import { cx } from '../../lib/cx.ts';
import { formatCount, formatMoney } from '../../lib/format.ts';
import { receivables as texts } from '../../texts/receivables.ts';
import { AgeMark } from './age-mark.tsx';
import { AgesChart } from './ages-chart.tsx';

type Totals = ReceivablesTotalsQuery['receivables']['totals'][number];

const percent = new Intl.NumberFormat('en-GB', { style: 'percent' });
const shareOf = (part: number, whole: number) => percent.format(whole === 0 ? 0 : part / whole);

/** What the row or column is, where the eye sees it by itself. */
const SpokenHeader = ({ scope, children }: { scope: 'row' | 'col'; children: string }) => (
  <th scope={scope} className="w-0">
    <span className="sr-only">{children}</span>
  </th>
);

/** What is owed in one currency, by age: a bar, and its figures below each other. */
export const AgesPanel = ({ totals }: { totals: Totals }) => {
  const { currency, amounts, open, overdue, invoices, customers } = totals;
  const late = Number(overdue.amount);
  return (
    <Panel
      title={currency}
      side={
        <span className="flex items-baseline gap-3">
          <span className="text-xs text-faint">{texts.of(formatCount(invoices), formatCount(customers))}</span>
          <span className={cx('text-xs', late > 0 ? 'font-medium text-red' : 'text-faint')}>
            {late > 0 ? texts.overdueOf(formatMoney(late, currency)) : texts.nothingOverdue}
          </span>
          <Money value={open} className="text-base font-semibold" />
        </span>
      }
    >
      <AgesChart parts={amounts} />
      <table className="mt-3 w-full table-fixed" aria-label={texts.chart(currency)}>
        <thead>
          <tr className="text-xs">
            <SpokenHeader scope="col">{texts.bucket}</SpokenHeader>
            {amounts.map(({ bucket }) => (
              <th key={bucket} scope="col" className="pb-1 text-left font-medium text-faint">
                <AgeMark bucket={bucket} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <SpokenHeader scope="row">{texts.amount}</SpokenHeader>
            {amounts.map(({ bucket, open: part }) => (
              <td key={bucket} className={cx(Number(part.amount) === 0 ? 'text-faint' : 'font-medium')}>
                <Money value={part} />
              </td>
            ))}
          </tr>
          <tr className="text-xs text-faint">
            <SpokenHeader scope="row">{texts.share}</SpokenHeader>
            {amounts.map(({ bucket, open: part, invoices: count }) => (
              <td key={bucket} className="tabular">
                {count > 0 &&
                  `${shareOf(Number(part.amount), Number(open.amount))} · ${texts.invoicesOf(formatCount(count))}`}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </Panel>
  );
};
