import { Skeleton } from './skeleton.tsx';

const lines = Array.from({ length: 12 }, (_, index) => index);

/** What is opened beside a list, while it is read. */
export const SideSkeleton = () => (
  <div className="grid gap-3.5 p-4" aria-busy>
    {lines.map((index) => (
      <Skeleton key={index} className={index % 3 === 0 ? 'w-1/2' : 'w-4/5'} />
    ))}
  </div>
);
