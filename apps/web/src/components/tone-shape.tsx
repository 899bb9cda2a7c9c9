export type Tone = 'grey' | 'blue' | 'amber' | 'green' | 'red' | 'violet';

const stroke = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.5,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

const shapes = {
  /** waiting: an empty ring */
  grey: <circle cx="6" cy="6" r="4" {...stroke} strokeDasharray="2.2 1.9" />,
  /** in progress: a half-filled ring */
  blue: (
    <>
      <circle cx="6" cy="6" r="4" {...stroke} />
      <path d="M6 2a4 4 0 0 1 0 8z" fill="currentColor" />
    </>
  ),
  /** needs a person: a triangle */
  amber: (
    <path d="M6 1.8 10.8 10H1.2z" fill="currentColor" stroke="currentColor" strokeWidth="1" strokeLinejoin="round" />
  ),
  /** done: a tick */
  green: <path d="m2.2 6.4 2.6 2.6 5-5.6" {...stroke} strokeWidth={1.9} />,
  /** failed, overdue: a cross */
  red: <path d="m2.8 2.8 6.4 6.4m0-6.4L2.8 9.2" {...stroke} strokeWidth={1.9} />,
  /** compensated, returned: an arrow back */
  violet: <path d="M4.6 1.8 2 4.4 4.6 7M2.2 4.4h4.6a3 3 0 0 1 0 6H4.6" {...stroke} />,
};

/** The shape that goes with a status hue, so that no state is told by colour alone. */
export const ToneShape = ({ tone, size = 11 }: { tone: Tone; size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true" className="shrink-0">
    {shapes[tone]}
  </svg>
);
