import type { Recorded } from '@waybill/engine';
import { builder, type PieceSize, SizeRef, sharedEnum, sizeFrom } from '@waybill/graphql';
import { DISPOSITIONS } from '../delivery/commands.ts';
import type { DeliveryReturn, ReturnedGoods } from '../read-models/delivery-row.ts';

/** A line of a delivery, with how many of it can still be asked back. */
export interface DeliveryLineOf {
  readonly lineId: string;
  readonly sku: string;
  readonly description: string;
  readonly quantity: number;
  readonly weightGrams: number | null;
  /** Missing in rows of before sizes were kept. */
  readonly size?: PieceSize | null;
  readonly returnable: number;
}

export const DeliveryLine = builder.objectRef<DeliveryLineOf>('DeliveryLine').implement({
  fields: (t) => ({
    id: t.exposeID('lineId'),
    sku: t.exposeString('sku'),
    description: t.exposeString('description'),
    quantity: t.exposeInt('quantity'),
    weightGrams: t.exposeInt('weightGrams', { nullable: true, description: 'Per piece.' }),
    size: t.field({ type: SizeRef, nullable: true, description: 'Per piece.', resolve: ({ size }) => sizeFrom(size) }),
    returnable: t.exposeInt('returnable', {
      description: 'How many of them left with it and were neither asked back nor came back.',
    }),
  }),
});

export const Disposition = sharedEnum('Disposition', DISPOSITIONS);

const ReturnLine = builder.objectRef<ReturnedGoods>('ReturnLine').implement({
  fields: (t) => ({
    id: t.exposeID('lineId'),
    sku: t.exposeString('sku'),
    quantity: t.exposeInt('quantity'),
    disposition: t.field({
      type: Disposition,
      nullable: true,
      description: 'What became of them; null until they are here.',
      resolve: ({ disposition }) => disposition,
    }),
  }),
});

export const DeliveryReturnRef = builder.objectRef<DeliveryReturn>('DeliveryReturn').implement({
  description: 'Goods of a delivery on their way back, or here.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Send it as `returnId` when they are here.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Null where they came unannounced.' }),
    requestedAt: t.field({
      type: 'DateTime',
      nullable: true,
      resolve: ({ requestedAt }) => requestedAt && new Date(requestedAt),
    }),
    receivedAt: t.field({
      type: 'DateTime',
      nullable: true,
      resolve: ({ receivedAt }) => receivedAt && new Date(receivedAt),
    }),
    lines: t.field({
      type: [ReturnLine],
      description: 'What was asked for; once they are here, what came.',
      resolve: ({ lines }) => [...lines],
    }),
  }),
});

/** A scan as it was recorded. */
export interface RecordedScan {
  readonly id: string;
  readonly place: string;
  readonly status: string;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly isLate: boolean;
}

export const CarrierScanRef = builder.objectRef<RecordedScan>('CarrierScan').implement({
  description: 'What a carrier saw of a parcel.',
  fields: (t) => ({
    id: t.exposeID('id'),
    place: t.exposeString('place'),
    status: t.exposeString('status'),
    at: t.field({ type: 'DateTime', description: 'When it was seen.', resolve: ({ occurredAt }) => occurredAt }),
    recordedAt: t.field({
      type: 'DateTime',
      description: 'When it became known here.',
      resolve: ({ recordedAt }) => recordedAt,
    }),
    isLate: t.exposeBoolean('isLate', {
      description: 'It became known after something that happened later.',
    }),
  }),
});

interface ScanData {
  readonly place: string;
  readonly status: string;
  readonly sequence: number;
}
type ScanEvent = Recorded & { readonly data: ScanData };
const isScan = (event: Recorded): event is ScanEvent => event.type === 'CarrierScanRecorded';

const inOrder = (one: ScanEvent, other: ScanEvent): number =>
  one.occurredAt.getTime() - other.occurredAt.getTime() ||
  one.data.sequence - other.data.sequence ||
  (one.eventId < other.eventId ? -1 : 1);

/** The scans of a delivery's story by when they were seen; late where the story had gone further already. */
export const scansOf = (story: readonly Recorded[]): RecordedScan[] =>
  story
    .filter(isScan)
    .sort(inOrder)
    .map((scan) => ({
      id: scan.eventId,
      place: scan.data.place,
      status: scan.data.status,
      occurredAt: scan.occurredAt,
      recordedAt: scan.recordedAt,
      isLate: story.some(({ version, occurredAt }) => version < scan.version && occurredAt > scan.occurredAt),
    }));
