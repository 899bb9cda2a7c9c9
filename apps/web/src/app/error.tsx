'use client';

import { ErrorState } from '../components/error-state.tsx';
import { common } from '../texts/common.ts';

const Failed = ({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) => (
  <ErrorState title={common.broken} detail={error.message} onRetry={reset} />
);

export default Failed;
