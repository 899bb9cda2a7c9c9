import { ArrowUp } from 'lucide-react';

/**
 * What came in meanwhile, one click away; the list itself never jumps. It floats in the line of the page's title, where
 * nothing is to be clicked, and stays there while the list is scrolled.
 */
export const FreshRows = ({
  count,
  word,
  onShow,
}: {
  count: number;
  word: (count: number) => string;
  onShow: () => void;
}) => (
  <div className="pointer-events-none fixed top-16 left-1/2 z-10 -translate-x-1/2" aria-live="polite">
    {count > 0 && (
      <button
        type="button"
        onClick={onShow}
        className="pointer-events-auto inline-flex h-8 animate-fade items-center gap-1.5 rounded-full bg-accent px-3.5 font-medium text-on-accent shadow-float transition-colors hover:bg-accent-hover"
      >
        <ArrowUp size={14} aria-hidden />
        {word(count)}
      </button>
    )}
  </div>
);
