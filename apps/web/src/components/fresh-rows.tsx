import { ArrowUp } from 'lucide-react';

/** What came in meanwhile, one click away; the list itself never jumps. The space is kept free for it. */
export const FreshRows = ({
  count,
  word,
  onShow,
}: {
  count: number;
  word: (count: number) => string;
  onShow: () => void;
}) => (
  <div className="pointer-events-none sticky top-14 z-10 flex h-0 justify-center" aria-live="polite">
    {count > 0 && (
      <button
        type="button"
        onClick={onShow}
        className="pointer-events-auto -mt-1 inline-flex h-8 animate-fade items-center gap-1.5 rounded-full bg-accent px-3.5 font-medium text-on-accent shadow-float transition-colors hover:bg-accent-hover"
      >
        <ArrowUp size={14} aria-hidden />
        {word(count)}
      </button>
    )}
  </div>
);
