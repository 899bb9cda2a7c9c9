'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { Dialog } from '../../components/dialog.tsx';
import { DialogButtons } from '../../components/dialog-buttons.tsx';
import { TextField } from '../../components/text-field.tsx';
import { ChangeDeliveryAddressDocument, type ShipmentPartsFragment } from '../../graphql/generated/documents.ts';
import { useCommand } from '../../live/use-command.ts';
import { useSay } from '../../live/use-say.ts';
import { useVersionSeen } from '../../live/use-version-seen.ts';
import { shipment as texts } from '../../texts/shipment.ts';

const { address: words } = texts;
const schema = z.object({
  line1: z.string().trim(),
  postcode: z.string().trim(),
  city: z.string().trim(),
  country: z.string().trim().min(1, words.countryMissing),
});

/** Another address for everything of the order that has not been packed. */
export const ChangeAddressDialog = ({
  shipment,
  onOpenChange,
}: {
  shipment: ShipmentPartsFragment;
  onOpenChange: (open: boolean) => void;
}) => {
  const say = useSay();
  const { run } = useCommand(ChangeDeliveryAddressDocument);
  const [seen, answered] = useVersionSeen(shipment.version);
  const now = shipment.deliveryAddress;
  const form = useForm<z.infer<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: {
      line1: now?.line1 ?? '',
      postcode: now?.postcode ?? '',
      city: now?.city ?? '',
      country: now?.country ?? '',
    },
  });
  const { errors, isSubmitting } = form.formState;
  const text = (name: keyof z.infer<typeof schema>, className: string) => (
    <TextField label={words[name]} error={errors[name]?.message} className={className} {...form.register(name)} />
  );

  const submit = form.handleSubmit(async ({ line1, postcode, city, country }) => {
    const address = { line1: line1 || null, postcode: postcode || null, city: city || null, country };
    const outcome = await run({ orderId: shipment.id, expectedVersion: seen, address });
    answered(outcome);
    const said = { done: words.done, refused: words.refused, stream: `shipmentPlan-${shipment.id}` };
    if (await say(outcome, said)) onOpenChange(false);
  });

  return (
    <Dialog open onOpenChange={onOpenChange} title={words.title} about={words.about}>
      <form onSubmit={submit} className="grid grid-cols-3 gap-3" noValidate>
        {text('line1', 'col-span-3')}
        {text('postcode', 'col-span-1')}
        {text('city', 'col-span-2')}
        {text('country', 'col-span-3')}
        <DialogButtons onLeave={() => onOpenChange(false)} action={words.action} busy={isSubmitting} />
      </form>
    </Dialog>
  );
};
