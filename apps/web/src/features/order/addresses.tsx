import { Panel } from '../../components/panel.tsx';
import type { AddressPartsFragment } from '../../graphql/generated/documents.ts';
import { common } from '../../texts/common.ts';
import { order as texts } from '../../texts/order.ts';
import type { OrderOfPage } from './progress.ts';

export const addressLines = ({ line1, line2, postcode, city, country }: AddressPartsFragment): string[] =>
  [line1, line2, [postcode, city].filter(Boolean).join(' '), country].filter((line): line is string => Boolean(line));

const Postal = ({ label, address }: { label: string; address: AddressPartsFragment | null }) => (
  <div>
    <h3 className="mb-1 text-xs font-medium text-faint">{label}</h3>
    <address className="text-soft not-italic">
      {address ? addressLines(address).map((line) => <div key={line}>{line}</div>) : common.forgotten}
    </address>
  </div>
);

export const Addresses = ({ order }: { order: OrderOfPage }) => (
  <Panel title={texts.address}>
    <div className="grid grid-cols-2 gap-4">
      <Postal label={texts.shipTo} address={order.shipment?.deliveryAddress ?? order.deliveryAddress} />
      <Postal label={texts.billTo} address={order.billingAddress} />
    </div>
  </Panel>
);
