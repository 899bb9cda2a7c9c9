import { CircleAlert, RotateCw } from 'lucide-react';
import { common } from '../texts/common.ts';
import { Button } from './button.tsx';

/** Something could not be read: what, why, and the way to try again. */
export const ErrorState = ({ title, detail, onRetry }: { title: string; detail?: string; onRetry: () => void }) => (
  <div role="alert" className="flex flex-col items-center px-6 py-14 text-center">
    <span className="mb-3 inline-flex size-10 items-center justify-center rounded-full bg-red-soft text-red">
      <CircleAlert size={18} aria-hidden />
    </span>
    <p className="font-medium">{title}</p>
    {detail && <p className="mt-1 max-w-md text-pretty break-words text-faint">{detail}</p>}
    <Button icon={RotateCw} className="mt-4" onClick={onRetry}>
      {common.retry}
    </Button>
  </div>
);
