/** The mark of Waybill: a consignment note with its route. */
export const Mark = () => (
  <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true" className="shrink-0">
    <rect width="22" height="22" rx="6" className="fill-accent" />
    <path
      d="m5 7 2.4 8 3.6-6.6L14.6 15 17 7"
      fill="none"
      className="stroke-on-accent"
      strokeWidth="1.9"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
);
