'use client';

import { Dialog } from '../../components/dialog.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { SideSkeleton } from '../../components/side-skeleton.tsx';
import { CustomerByIdDocument } from '../../graphql/generated/documents.ts';
import { topics } from '../../live/topics.ts';
import { useLive } from '../../live/use-live.ts';
import { customers } from '../../texts/customers.ts';
import { CreditFigures } from './credit-figures.tsx';
import { CreditLimitForm } from './credit-limit-form.tsx';

const { credit: texts, gone } = customers;

/** What a customer owes on credit, as it moves, and what they may. */
export const CreditLimitDialog = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { data, failure, retry } = useLive(CustomerByIdDocument, { id }, topics.customers);
  const customer = data?.customer;
  const content = () => {
    if (failure && !data) return <ErrorState title={texts.failed} detail={failure.message} onRetry={retry} />;
    if (!data) return <SideSkeleton />;
    if (!customer) return <p className="text-soft">{gone}</p>;
    return (
      <div className="grid gap-3">
        {customer.credit.map((line) => (
          <CreditFigures key={line.currency} line={line} />
        ))}
        <CreditLimitForm customer={customer} onClose={onClose} />
      </div>
    );
  };
  const name = customer?.name ?? customer?.number ?? '';
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={texts.title(name)} about={texts.about}>
      {content()}
    </Dialog>
  );
};
