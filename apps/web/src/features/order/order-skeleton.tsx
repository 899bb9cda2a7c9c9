import { Skeleton } from '../../components/skeleton.tsx';

/** The order page before it is read, in its own geometry. */
export const OrderSkeleton = () => (
  <div aria-busy="true">
    <Skeleton className="h-21 w-full rounded-lg" />
    <div className="mt-3 grid min-[1100px]:grid-cols-[minmax(0,1fr)_360px] gap-3">
      <div className="grid gap-3">
        <Skeleton className="h-72 rounded-lg" />
        <div className="grid grid-cols-2 gap-3">
          <Skeleton className="h-32 rounded-lg" />
          <Skeleton className="h-32 rounded-lg" />
        </div>
        <Skeleton className="h-28 rounded-lg" />
      </div>
      <Skeleton className="h-120 rounded-lg" />
    </div>
  </div>
);
