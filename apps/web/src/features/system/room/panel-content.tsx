import { FileQuestion } from 'lucide-react';
import type { ReactNode } from 'react';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { SideSkeleton } from '../../../components/side-skeleton.tsx';

/** What a panel shows of the one thing it is about: the thing, that it could not be read, that there is none, or that it comes. */
export const PanelContent = ({
  read: { data, failure, fetching, retry },
  failed,
  missing,
  missingText,
  children,
}: {
  read: {
    readonly data: unknown;
    readonly failure: { readonly message: string } | null | undefined;
    readonly fetching: boolean;
    readonly retry: () => void;
  };
  failed: string;
  missing: string;
  missingText: string;
  /** The thing, once it is there. */
  children: ReactNode;
}) => {
  if (children) return children;
  if (failure) return <ErrorState title={failed} detail={failure.message} onRetry={retry} />;
  return data && !fetching ? <EmptyState icon={FileQuestion} title={missing} text={missingText} /> : <SideSkeleton />;
};
