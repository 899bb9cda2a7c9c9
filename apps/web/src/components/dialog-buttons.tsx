import { common } from '../texts/common.ts';
import { Button } from './button.tsx';

/** The end of a form in a dialog: leave it as it was, or send it. */
export const DialogButtons = ({
  leave = common.cancel,
  onLeave,
  action,
  look = 'primary',
  busy,
}: {
  /** The word for leaving. */
  leave?: string;
  onLeave: () => void;
  /** The verb of the form. */
  action: string;
  look?: 'primary' | 'danger';
  /** What was sent is under way. */
  busy: boolean;
}) => (
  <div className="col-span-full mt-2 flex justify-end gap-2">
    <Button onClick={onLeave}>{leave}</Button>
    <Button look={look} type="submit" busy={busy}>
      {action}
    </Button>
  </div>
);
