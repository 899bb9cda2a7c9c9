'use client';

import { common } from '../texts/common.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

/** Says what will follow, before something is done that cannot be taken back. `onConfirm` answers whether it was done. */
export const ConfirmDialog = ({
  texts,
  busy,
  onOpenChange,
  onConfirm,
}: {
  texts: { title: string; about: string; action: string };
  busy: boolean;
  onOpenChange: (open: boolean) => void;
  onConfirm: () => Promise<boolean>;
}) => {
  const confirm = async () => {
    if (await onConfirm()) onOpenChange(false);
  };
  return (
    <Dialog open onOpenChange={onOpenChange} title={texts.title} about={texts.about}>
      <div className="flex justify-end gap-2">
        <Button onClick={() => onOpenChange(false)}>{common.cancel}</Button>
        <Button look="primary" busy={busy} onClick={() => void confirm()}>
          {texts.action}
        </Button>
      </div>
    </Dialog>
  );
};
